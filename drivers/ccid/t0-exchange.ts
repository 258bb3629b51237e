import { CardError } from '../smart-card/card-error.ts';
import { type CommandApdu, LONGEST_RESPONSE } from './command-apdu.ts';

/** Carries one TPDU: CLA INS P1 P2 P3 and what data goes with it; resolves with data and status word. */
export type TpduExchange = (tpdu: Uint8Array) => Promise<Uint8Array>;

/** First status byte: xx more bytes wait, and the length was wrong and is xx (ISO/IEC 7816-4, 5.6). */
const MORE_DATA = 0x61;
const WRONG_LENGTH = 0x6c;
const GET_RESPONSE = 0xc0;

/**
 * One command in T=0 TPDUs (ISO/IEC 7816-3, 12.2): cases 1 to 4 with up to 255 data bytes, an answer of any length
 * fetched by GET RESPONSE. Only 61xx makes it fetch: a card that answers 9000 to a command with Le has said its last
 * word. Fails with `protocol`, or with what `exchange` throws.
 */
export async function exchangeT0(command: CommandApdu, exchange: TpduExchange): Promise<Uint8Array> {
  const { header, data, expected } = command;
  if (data.length > 255) throw new CardError('protocol', 'T=0 carries no more than 255 bytes of data');
  if (data.length > 0) {
    const first = await answer(Uint8Array.of(...header, data.length, ...data), 256);
    return expected > 0 && first.sw1 === MORE_DATA ? await fetch([first.bytes], first) : whole(first);
  }
  let first = await answer(Uint8Array.of(...header, expected & 0xff), expected || 256);
  if (expected > 0 && first.sw1 === WRONG_LENGTH && first.bytes.length === 0) {
    first = await answer(Uint8Array.of(...header, first.sw2), first.sw2 || 256);
  }
  return expected > 0 && first.sw1 === MORE_DATA ? await fetch([first.bytes], first) : whole(first);

  /** Every round brings at least one byte, so the length of a response bounds the rounds. */
  async function fetch(parts: Uint8Array[], pending: Answer): Promise<Uint8Array> {
    let last = pending;
    let length = parts.reduce((sum, part) => sum + part.length, 0);
    let corrected: number | null = null;
    while (length < expected && (last.sw1 === MORE_DATA || corrected !== null)) {
      const wanted: number = Math.min(corrected ?? (last.sw2 || 256), expected - length);
      const next = await answer(
        Uint8Array.of(responseClass(header[0] ?? 0), GET_RESPONSE, 0, 0, wanted & 0xff),
        wanted,
      );
      if (next.sw1 === WRONG_LENGTH && next.bytes.length === 0 && corrected === null) {
        corrected = next.sw2 || 256;
        continue;
      }
      corrected = null;
      if (next.sw1 === MORE_DATA && next.bytes.length === 0) {
        throw new CardError('protocol', 'The card promises data and gives none');
      }
      length += next.bytes.length;
      if (length + 2 > LONGEST_RESPONSE) throw new CardError('protocol', 'The card never stops answering');
      parts.push(next.bytes);
      last = next;
    }
    return Uint8Array.from(Buffer.concat([...parts, Uint8Array.of(last.sw1, last.sw2)]));
  }

  async function answer(tpdu: Uint8Array, most: number): Promise<Answer> {
    const bytes = await exchange(tpdu);
    const [sw1, sw2] = bytes.subarray(-2);
    if (sw1 === undefined || sw2 === undefined || bytes.length > most + 2) {
      throw new CardError('protocol', `The card answered ${bytes.length} bytes to a T=0 command`);
    }
    return { bytes: bytes.slice(0, -2), sw1, sw2 };
  }
}

interface Answer {
  readonly bytes: Uint8Array;
  readonly sw1: number;
  readonly sw2: number;
}

function whole({ bytes, sw1, sw2 }: Answer): Uint8Array {
  return Uint8Array.of(...bytes, sw1, sw2);
}

/** The class of the command, with its logical channel and without secure messaging or chaining (ISO/IEC 7816-4, 5.4.1). */
function responseClass(cla: number): number {
  if (cla & 0x80) return cla;
  return cla & 0x40 ? cla & 0x4f : cla & 0x03;
}
