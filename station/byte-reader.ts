/** Bytes that are read as they are wanted, so that not all of them have to be in memory. */
export interface ByteReader {
  readonly byteLength: number;
  /** Bytes `from` up to `from + length`, of which there must be so many. Valid until the next call. May throw. */
  read(from: number, length: number): Uint8Array;
}

export function readerOf(bytes: Uint8Array): ByteReader {
  return { byteLength: bytes.byteLength, read: (from, length) => bytes.subarray(from, from + length) };
}
