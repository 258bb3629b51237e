/** A command APDU taken apart (ISO/IEC 7816-3, 12.1). */
export interface CommandApdu {
  /** CLA, INS, P1, P2. */
  readonly header: Uint8Array;
  readonly data: Uint8Array;
  /** Ne, the most data bytes expected back: 0 when the command has no Le, 256 or 65,536 for "all there is". */
  readonly expected: number;
}

/** The header, three bytes of Lc, 65,535 data bytes and two of Le. */
export const LONGEST_COMMAND = 65_544;
export const LONGEST_SHORT_COMMAND = 261;
/** 65,536 data bytes and the status word. */
export const LONGEST_RESPONSE = 65_538;
export const LONGEST_SHORT_RESPONSE = 258;

/** Cases 1 to 4, short and extended; null when the lengths contradict each other. */
export function decodeCommandApdu(bytes: Uint8Array): CommandApdu | null {
  const { length } = bytes;
  if (length < 4 || length > LONGEST_COMMAND) return null;
  const header = bytes.slice(0, 4);
  const [p3 = 0, high = 0, low = 0] = bytes.subarray(4, 7);
  const withData = (start: number, count: number, expected: number): CommandApdu => ({
    header,
    data: bytes.slice(start, start + count),
    expected,
  });
  if (length === 4) return withData(4, 0, 0);
  if (length === 5) return withData(5, 0, p3 || 256);
  if (p3 !== 0) {
    if (length === 5 + p3) return withData(5, p3, 0);
    return length === 6 + p3 ? withData(5, p3, (bytes[length - 1] ?? 0) || 256) : null;
  }
  const long = (high << 8) | low;
  if (length === 7) return withData(7, 0, long || 65_536);
  if (length < 7 || long === 0) return null;
  if (length === 7 + long) return withData(7, long, 0);
  const le = ((bytes[length - 2] ?? 0) << 8) | (bytes[length - 1] ?? 0);
  return length === 9 + long ? withData(7, long, le || 65_536) : null;
}

/** The short form; null when data or answer need the extended one. */
export function encodeShortApdu({ header, data, expected }: CommandApdu): Uint8Array | null {
  if (data.length > 255 || expected > 256) return null;
  const lc = data.length > 0 ? [data.length] : [];
  const le = expected > 0 ? [expected & 0xff] : [];
  return Uint8Array.of(...header, ...lc, ...data, ...le);
}
