/** A sealed bundle as it is sent or carried: read piece by piece, so that none has to be in memory whole. */
export interface BundleReader {
  readonly byteLength: number;
  /** Bytes `from` up to `from + length`, of which there must be so many. Valid until the next call. Throws `StoreError`. */
  read(from: number, length: number): Uint8Array;
  close(): void;
}

export function readerOf(bytes: Uint8Array): BundleReader {
  return {
    byteLength: bytes.byteLength,
    read: (from, length) => bytes.subarray(from, from + length),
    close() {},
  };
}
