import { type Bit, decodeT1Block, encodeT1Block, type T1Block } from '../../ccid/t1-block.ts';
import { missingCase } from '../../missing-case.ts';
import type { CardAnswer } from '../card/virtual-card.ts';

/** A card's half of T=1 (ISO/IEC 7816-3, 11.6): block in, block out. */
export interface CardT1 {
  exchange(block: Uint8Array): CardAnswer;
}

export interface CardT1Options {
  /** Takes whole command APDUs. */
  readonly process: (command: Uint8Array) => CardAnswer;
  readonly ifsc: number;
  /** What the reader receives in one block, until it says otherwise. */
  readonly ifsd: number;
  /** Block waiting time: a card that works longer asks for more. */
  readonly waitMs: number;
}

export function createCardT1(options: CardT1Options): CardT1 {
  let { ifsd } = options;
  let expected: Bit = 0;
  let sendSequence: Bit = 0;
  let incoming: number[] = [];
  /** The response being sent, from the start of the piece last sent. */
  let outgoing: { bytes: Uint8Array; offset: number; sent: number } | null = null;
  let delayed: CardAnswer | null = null;
  let lastSent = encodeT1Block({ kind: 'ready', sequence: 0, error: 'other' });

  return {
    exchange(bytes) {
      const block = decodeT1Block(bytes);
      if (typeof block === 'string') return complain(block);
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
    },
  };

  function information(block: T1Block & { kind: 'information' }): CardAnswer {
    if (block.sequence !== expected || block.bytes.length > options.ifsc || delayed) return complain('other');
    if (outgoing) {
      // The host's next command acknowledges the end of the last response.
      if (outgoing.offset + outgoing.sent < outgoing.bytes.length) return complain('other');
      outgoing = null;
      sendSequence = flip(sendSequence);
    }
    expected = flip(expected);
    incoming.push(...block.bytes);
    if (block.more) return reply({ kind: 'ready', sequence: expected, error: 'none' });
    const command = Uint8Array.from(incoming);
    incoming = [];
    const answer = options.process(command);
    if (answer.worksMs <= options.waitMs) return respond(answer);
    delayed = answer;
    const times = Math.min(255, Math.ceil(answer.worksMs / options.waitMs));
    return reply({ kind: 'service', request: true, purpose: 'waiting-time', bytes: Uint8Array.of(times) });
  }

  function ready(sequence: Bit): CardAnswer {
    if (!outgoing || delayed || sequence === sendSequence) return { response: lastSent, worksMs: 0 };
    if (outgoing.offset + outgoing.sent >= outgoing.bytes.length) return { response: lastSent, worksMs: 0 };
    sendSequence = flip(sendSequence);
    outgoing.offset += outgoing.sent;
    return sendPiece(0);
  }

  function serve({ purpose, bytes }: T1Block & { kind: 'service' }): CardAnswer {
    if (purpose === 'resynchronize') {
      expected = 0;
      sendSequence = 0;
      incoming = [];
      outgoing = null;
      delayed = null;
    }
    if (purpose === 'information-size') ifsd = bytes[0] ?? ifsd;
    return reply({ kind: 'service', request: false, purpose, bytes });
  }

  function served({ purpose }: T1Block & { kind: 'service' }): CardAnswer {
    if (purpose !== 'waiting-time' || !delayed) return complain('other');
    const answer = delayed;
    delayed = null;
    return respond(answer);
  }

  function respond({ response, worksMs }: CardAnswer): CardAnswer {
    outgoing = { bytes: response, offset: 0, sent: 0 };
    return sendPiece(worksMs);
  }

  function sendPiece(worksMs: number): CardAnswer {
    if (!outgoing) return complain('other');
    const bytes = outgoing.bytes.subarray(outgoing.offset, outgoing.offset + ifsd);
    outgoing.sent = bytes.length;
    const more = outgoing.offset + bytes.length < outgoing.bytes.length;
    return reply({ kind: 'information', sequence: sendSequence, more, bytes }, worksMs);
  }

  function complain(error: 'check-byte' | 'other'): CardAnswer {
    return reply({ kind: 'ready', sequence: expected, error });
  }

  function reply(block: T1Block, worksMs = 0): CardAnswer {
    lastSent = encodeT1Block(block);
    return { response: lastSent, worksMs };
  }
}

function flip(bit: Bit): Bit {
  return bit === 0 ? 1 : 0;
}
