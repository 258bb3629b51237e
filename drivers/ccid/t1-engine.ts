/**
 * The interface device's half of T=1 (ISO/IEC 7816-3, 11.6) as a pure state machine: blocks in, blocks out.
 *
 * ```
 *          begin                   card's first I-block          last I-block
 *   idle ────────▶ sending ─────────────────────────▶ receiving ─────────────▶ idle (done)
 *    │               │  ▲ resynchronized, nothing to lose │
 *    │ announce      ▼  │                                 ▼
 *    ├────▶ sizing  resynchronizing ◀─── four bad blocks in a row
 *    │               │ resynchronized, but the card may have run the command
 *    └◀──────────────┴──────────▶ idle (failed)
 * ```
 * A command whose last block may have reached the card is never sent again: a card must not run it twice.
 */
import { missingCase } from '../missing-case.ts';
import { LONGEST_RESPONSE } from './command-apdu.ts';
import {
  type Bit,
  type BrokenBlock,
  decodeT1Block,
  encodeT1Block,
  MOST_INFORMATION,
  type T1Block,
} from './t1-block.ts';

export type T1Step =
  /** Send the block; the card may take `waitMultiplier` times its block waiting time (0: the plain time). */
  | { readonly kind: 'send'; readonly block: Uint8Array; readonly waitMultiplier: number }
  | { readonly kind: 'done'; readonly response: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: T1Failure };

/**
 * - `unreachable`: not even resynchronization got through
 * - `lost`: line and card agree again, but the answer is lost
 * - `abandoned`: the card broke off the command
 * - `too-long`: more than any response may hold
 * - `endless`: the card keeps asking for time
 */
export type T1Failure = 'unreachable' | 'lost' | 'abandoned' | 'too-long' | 'endless';

export interface T1Engine {
  /** Starts a command of any length. */
  begin(command: Uint8Array): T1Step;
  /** Tells the card how much may come in one block; ends in `done` with no bytes. */
  announce(ifsd: number): T1Step;
  /** What came for the block last sent; null when the line garbled it or nothing came. */
  receive(bytes: Uint8Array | null): T1Step;
}

type Phase = 'idle' | 'sending' | 'receiving' | 'sizing' | 'resynchronizing' | 'abandoned';

/** Bad blocks in a row before the line is resynchronized, and requests for that before it is given up (11.6.3.2). */
const MOST_TRIES = 3;
/** Resynchronizations within one command. */
const MOST_RESYNCHRONIZATIONS = 3;
/** Requests for time or block size in one command; a card of honest size asks a few dozen times. */
const MOST_SERVICES = 1_000;

/** `ifsc` and `ifsd`: the information field sizes that hold at the start. */
export function createT1Engine(sizes: { readonly ifsc: number; readonly ifsd: number }): T1Engine {
  let { ifsc, ifsd } = sizes;
  let phase: Phase = 'idle';
  let sendSequence: Bit = 0;
  let receiveSequence: Bit = 0;
  let command: Uint8Array = new Uint8Array();
  let offset = 0;
  let piece = { length: 0, final: false, block: new Uint8Array() as Uint8Array };
  let answer: Uint8Array[] = [];
  let answerLength = 0;
  let lastSent = {
    kind: 'service' as T1Block['kind'],
    block: new Uint8Array() as Uint8Array,
    waitMultiplier: 0,
  };
  let finalSent = false;
  let tries = 0;
  let resynchronizations = 0;
  let services = 0;

  return { begin, announce, receive };

  function begin(bytes: Uint8Array): T1Step {
    phase = 'sending';
    command = bytes;
    offset = 0;
    answer = [];
    answerLength = 0;
    finalSent = false;
    tries = 0;
    resynchronizations = 0;
    services = 0;
    return sendPiece();
  }

  function announce(size: number): T1Step {
    phase = 'sizing';
    tries = 0;
    services = 0;
    return send({
      kind: 'service',
      request: true,
      purpose: 'information-size',
      bytes: Uint8Array.of(size),
    });
  }

  function receive(bytes: Uint8Array | null): T1Step {
    if (phase === 'idle') return fail('lost');
    if (phase === 'abandoned') return fail('abandoned');
    const block = bytes ? decodeT1Block(bytes) : 'check-byte';
    if (typeof block === 'string') return bad(block);
    switch (block.kind) {
      case 'information':
        return information(block);
      case 'ready':
        return ready(block.sequence);
      case 'service':
        return block.request ? serve(block) : served(block);
      default:
        return missingCase(block);
    }
  }

  function information(block: T1Block & { kind: 'information' }): T1Step {
    const expected = phase === 'receiving' || (phase === 'sending' && piece.final);
    const empty = block.more && block.bytes.length === 0;
    if (!expected || block.sequence !== receiveSequence || empty || block.bytes.length > ifsd) {
      return bad('other');
    }
    if (phase === 'sending') sendSequence = flip(sendSequence);
    phase = 'receiving';
    tries = 0;
    receiveSequence = flip(receiveSequence);
    answerLength += block.bytes.length;
    if (answerLength > LONGEST_RESPONSE) return fail('too-long');
    answer.push(block.bytes);
    if (block.more) return send({ kind: 'ready', sequence: receiveSequence, error: 'none' });
    phase = 'idle';
    return { kind: 'done', response: Uint8Array.from(Buffer.concat(answer)) };
  }

  /** An R-block acknowledges a piece of a chain, or asks for the last block again. */
  function ready(sequence: Bit): T1Step {
    if (phase === 'sending' && sequence !== sendSequence && !piece.final) {
      sendSequence = flip(sendSequence);
      offset += piece.length;
      tries = 0;
      return sendPiece();
    }
    tries += 1;
    if (tries > MOST_TRIES) return giveUpLine();
    // After an R-block of ours, one that names our piece says the piece itself never came.
    if (phase === 'sending' && sequence === sendSequence) return repeat(piece.block, 'information');
    return again();
  }

  /** The card asks for something. */
  function serve({ purpose, bytes }: T1Block & { kind: 'service' }): T1Step {
    const [value = 0] = bytes;
    if (purpose === 'resynchronize' || phase === 'resynchronizing') return bad('other');
    if (purpose === 'waiting-time' && value === 0) return bad('other');
    if (purpose === 'information-size' && (value === 0 || value > MOST_INFORMATION)) return bad('other');
    services += 1;
    if (services > MOST_SERVICES) return fail('endless');
    tries = 0;
    if (purpose === 'information-size') ifsc = value;
    if (purpose === 'abort') phase = 'abandoned';
    return send({ kind: 'service', request: false, purpose, bytes }, purpose === 'waiting-time' ? value : 0);
  }

  /** The card answers a request of ours. */
  function served({ purpose, bytes }: T1Block & { kind: 'service' }): T1Step {
    if (phase === 'sizing' && purpose === 'information-size' && bytes[0] === lastSent.block[3]) {
      ifsd = bytes[0] ?? ifsd;
      phase = 'idle';
      return { kind: 'done', response: new Uint8Array() };
    }
    if (phase !== 'resynchronizing' || purpose !== 'resynchronize') return bad('other');
    sendSequence = 0;
    receiveSequence = 0;
    if (finalSent || command.length === 0) return fail('lost');
    phase = 'sending';
    offset = 0;
    tries = 0;
    return sendPiece();
  }

  /** What came is no block, or not one that may come now. */
  function bad(error: BrokenBlock): T1Step {
    tries += 1;
    if (tries > MOST_TRIES) return giveUpLine();
    // Requests are made again, and an R-block stands for itself (11.6.3.2, rules 6.3 and 7.2).
    if (phase === 'resynchronizing' || phase === 'sizing' || lastSent.kind === 'ready') {
      return again();
    }
    return send({ kind: 'ready', sequence: receiveSequence, error });
  }

  function giveUpLine(): T1Step {
    if (phase === 'resynchronizing' || phase === 'sizing') return fail('unreachable');
    resynchronizations += 1;
    if (resynchronizations > MOST_RESYNCHRONIZATIONS) return fail('unreachable');
    phase = 'resynchronizing';
    tries = 0;
    return send({
      kind: 'service',
      request: true,
      purpose: 'resynchronize',
      bytes: new Uint8Array(),
    });
  }

  function sendPiece(): T1Step {
    const bytes = command.subarray(offset, offset + ifsc);
    const final = offset + bytes.length === command.length;
    finalSent ||= final;
    const step = send({ kind: 'information', sequence: sendSequence, more: !final, bytes });
    piece = { length: bytes.length, final, block: lastSent.block };
    return step;
  }

  function send(block: T1Block, waitMultiplier = 0): T1Step {
    return repeat(encodeT1Block(block), block.kind, waitMultiplier);
  }

  function again(): T1Step {
    return repeat(lastSent.block, lastSent.kind, lastSent.waitMultiplier);
  }

  function repeat(block: Uint8Array, kind: T1Block['kind'], waitMultiplier = 0): T1Step {
    lastSent = { kind, block, waitMultiplier };
    return { kind: 'send', block, waitMultiplier };
  }

  function fail(reason: T1Failure): T1Step {
    phase = 'idle';
    return { kind: 'failed', reason };
  }
}

function flip(bit: Bit): Bit {
  return bit === 0 ? 1 : 0;
}
