import { malformed } from '../emrtd-error.ts';

export interface ResponseApdu {
  readonly data: Uint8Array;
  /** Two bytes, big-endian (ISO/IEC 7816-4, 5.1.3). */
  readonly statusWord: number;
}

/** The status words this driver acts on; any other ends what was asked. */
export const STATUS = {
  ok: 0x9000,
  /** All there is was sent, and it is less than was asked for. */
  endOfFile: 0x6282,
  authenticationFailed: 0x6300,
  wrongLength: 0x6700,
  securityStatus: 0x6982,
  authenticationBlocked: 0x6983,
  conditions: 0x6985,
  fileNotFound: 0x6a82,
  wrongParameters: 0x6a86,
  referenceNotFound: 0x6a88,
  wrongOffset: 0x6b00,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
} as const;

/** Throws `malformed` when there is not even a status word. */
export function decodeResponse(bytes: Uint8Array): ResponseApdu {
  const end = bytes.length - 2;
  const [first, second] = bytes.subarray(Math.max(0, end));
  if (first === undefined || second === undefined) throw malformed('A response has no status word');
  return { data: bytes.subarray(0, end), statusWord: first * 256 + second };
}

/** `63CX`: a wrong password, and how many tries are left. */
export function isTriesLeft(statusWord: number): boolean {
  return (statusWord & 0xfff0) === 0x63c0;
}

/** `6CXX`: the length asked for is wrong, and which would be right. */
export function isExactLength(statusWord: number): boolean {
  return statusWord >> 8 === 0x6c;
}

export function statusText(statusWord: number): string {
  return statusWord.toString(16).toUpperCase().padStart(4, '0');
}
