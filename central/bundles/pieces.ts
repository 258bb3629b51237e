/** Bytes in the pieces they came in: what goes on piece by piece need not be copied into one. */
export type Pieces = readonly Uint8Array[];

export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
}

/** All of it as one. One piece is not copied. */
export function joined(pieces: Pieces): Buffer {
  const [only] = pieces;
  if (pieces.length !== 1 || only === undefined) return Buffer.concat(pieces);
  return Buffer.from(only.buffer, only.byteOffset, only.byteLength);
}

/** From one place up to another, not copied. */
export function cut(pieces: Pieces, from: number, until: number): Pieces {
  const found: Uint8Array[] = [];
  let start = 0;
  for (const piece of pieces) {
    const part = piece.subarray(Math.max(0, from - start), Math.max(0, until - start));
    if (part.byteLength > 0) found.push(part);
    start += piece.byteLength;
  }
  return found;
}

/**
 * Gives the memory of pieces that nobody uses any more back at once: the garbage collector comes long after, and works the
 * harder the more of it there is. What shares its memory with something else is left to it.
 */
export function letGo(pieces: Pieces): void {
  for (const { buffer, byteLength } of pieces)
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength && !buffer.detached)
      buffer.transfer(0);
}
