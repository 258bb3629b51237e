/** Reads a stream in the lengths its reader wants, holding no more of it than the piece at hand. */
export interface ByteReader {
  /** Exactly `length` bytes in one buffer, or fewer where the stream ends. */
  take(length: number): Promise<Buffer>;
  /** Exactly `length` bytes piece by piece, or fewer where the stream ends. */
  pieces(length: number): AsyncGenerator<Uint8Array, void>;
  /** Whether nothing is left. */
  isAtEnd(): Promise<boolean>;
  /** Lets go of the stream. */
  close(): Promise<void>;
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  /** Null at the end of the stream. */
  async function upTo(length: number): Promise<Uint8Array | null> {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done) return null;
      rest = next.value;
    }
    const piece = rest.subarray(0, length);
    rest = rest.subarray(piece.length);
    return piece;
  }

  async function* pieces(length: number): AsyncGenerator<Uint8Array, void> {
    for (let wanted = length; wanted > 0; ) {
      const piece = await upTo(wanted);
      if (piece === null) return;
      wanted -= piece.length;
      yield piece;
    }
  }

  return {
    async take(length) {
      const parts: Uint8Array[] = [];
      for await (const piece of pieces(length)) parts.push(piece);
      return Buffer.concat(parts);
    },
    pieces,
    isAtEnd: async () => rest.length === 0 && (await upTo(0)) === null,
    async close() {
      await iterator.return?.();
    },
  };
}
