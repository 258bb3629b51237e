/** Command APDUs (ISO/IEC 7816-4, 5.1). */
import { bigEndian, concatBytes, NO_BYTES } from '../bytes/bytes.ts';

export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  /** Empty when the command carries none; at most 65,535 bytes. */
  readonly data: Uint8Array;
  /** Most bytes of data wanted in the response, 1 to 65,536; null when none are. */
  readonly expected: number | null;
}

/** `data` and `expected` may be left out: a command without either is case 1. */
export function command(
  ins: number,
  p1: number,
  p2: number,
  fields: { cla?: number; data?: Uint8Array; expected?: number } = {},
): CommandApdu {
  return {
    cla: fields.cla ?? 0,
    ins,
    p1,
    p2,
    data: fields.data ?? NO_BYTES,
    expected: fields.expected ?? null,
  };
}

const SHORT_DATA = 255;
export const SHORT_EXPECTED = 256;
export const EXTENDED_EXPECTED = 65_536;

/** Short where both lengths allow, extended otherwise, or when `form` asks for it. */
export function encodeCommand(apdu: CommandApdu, form: 'shortest' | 'extended' = 'shortest'): Uint8Array {
  const { data, expected } = apdu;
  const extended = form === 'extended' || data.length > SHORT_DATA || (expected ?? 0) > SHORT_EXPECTED;
  const lengthBytes = extended ? 2 : 1;
  const marker = extended ? Uint8Array.of(0) : NO_BYTES;
  const hasData = data.length > 0;
  return concatBytes(
    Uint8Array.of(apdu.cla, apdu.ins, apdu.p1, apdu.p2),
    hasData || expected !== null ? marker : NO_BYTES,
    hasData ? concatBytes(bigEndian(data.length, lengthBytes), data) : NO_BYTES,
    // The most a form can ask for is written as zero, which is what cutting its highest byte leaves.
    expected === null ? NO_BYTES : bigEndian(expected, 3).subarray(3 - lengthBytes),
  );
}
