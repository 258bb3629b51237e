import type { Clock } from '../clock.ts';
import type { CardChannel, TransmitOptions } from '../smart-card/card-channel.ts';
import { CardError } from '../smart-card/card-error.ts';
import type { ApduCarrier, BlockTransfer } from './apdu-carrier.ts';
import type { ExchangeOptions } from './ccid-link.ts';
import { chainCommand } from './chain-command.ts';
import { decodeCommandApdu, encodeShortApdu, LONGEST_SHORT_COMMAND } from './command-apdu.ts';
import { withDeadline } from './deadline.ts';
import type { ReaderTiming } from './reader-timing.ts';
import { toCardError } from './to-card-error.ts';
import { createTurns } from './turns.ts';

export interface ChannelOptions {
  readonly atr: Uint8Array;
  readonly carrier: ApduCarrier;
  /** Whether the card says it takes commands in a chain. */
  readonly chaining: boolean;
  readonly transfer: (exchange: ExchangeOptions) => BlockTransfer;
  readonly clock: Clock;
  readonly timing: ReaderTiming;
  readonly ended: AbortSignal;
}

/**
 * The channel over a carrier: turns, deadlines, lengths. A command in extended form goes out short where it fits, and
 * one too long for the carrier goes out as a chain if the card takes chains; anything else fails with `protocol`.
 */
export function createCardChannel(options: ChannelOptions): CardChannel {
  const { atr, carrier, clock, timing, ended } = options;
  const turns = createTurns();
  return {
    atr,
    maximumCommandLength: carrier.maximumCommandLength,
    maximumResponseLength: carrier.maximumResponseLength,
    transmit: (command, transmit = {}) => turns.run(() => run(command, transmit)),
  };

  async function run(command: Uint8Array, { deadlineMs, signal }: TransmitOptions): Promise<Uint8Array> {
    const pieces = toPieces(command);
    return await withDeadline(clock, deadlineMs ?? timing.transmitMs, async (deadline) => {
      const transfer = options.transfer({
        answerMs: timing.answerMs,
        signal: AbortSignal.any([ended, deadline, ...(signal ? [signal] : [])]),
      });
      let response: Uint8Array = new Uint8Array();
      for (const [index, piece] of pieces.entries()) {
        response = await send(piece, transfer);
        // A card that refuses a piece has refused the command.
        if (index < pieces.length - 1 && !isSuccess(response)) break;
      }
      return response;
    }).catch((error) => {
      throw toCardError(error);
    });
  }

  function toPieces(bytes: Uint8Array): readonly Uint8Array[] {
    const command = decodeCommandApdu(bytes);
    if (!command) throw new CardError('protocol', `${bytes.length} bytes that are no command APDU`);
    if (carrier.maximumCommandLength > LONGEST_SHORT_COMMAND) return [bytes];
    const short = encodeShortApdu(command);
    if (short) return [short];
    const chain = options.chaining && command.data.length > 255 ? chainCommand(command) : null;
    if (chain) return chain;
    throw new CardError('protocol', `Reader and card carry no command of ${bytes.length} bytes`);
  }

  async function send(bytes: Uint8Array, transfer: BlockTransfer): Promise<Uint8Array> {
    const command = decodeCommandApdu(bytes);
    if (!command) throw new CardError('protocol', 'A piece of a chain is no command APDU');
    const response = await carrier.carry(bytes, command, transfer);
    if (response.length < 2 || response.length > carrier.maximumResponseLength) {
      throw new CardError('protocol', `No response has ${response.length} bytes`);
    }
    return response;
  }
}

function isSuccess(response: Uint8Array): boolean {
  return response.at(-2) === 0x90 && response.at(-1) === 0x00;
}
