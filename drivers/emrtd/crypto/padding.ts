/** ISO/IEC 9797-1 padding method 2: a byte 80, then as many 00 as fill the block. */
import { concatBytes } from '../bytes/bytes.ts';

export function pad(data: Uint8Array, blockLength: number): Uint8Array {
  const filler = new Uint8Array(blockLength - (data.length % blockLength));
  filler[0] = 0x80;
  return concatBytes(data, filler);
}

/** The data without its padding; null when it was not padded so. */
export function unpad(data: Uint8Array, blockLength: number): Uint8Array | null {
  let end = data.length - 1;
  while (end >= 0 && data[end] === 0) end -= 1;
  if (data[end] !== 0x80 || data.length - end > blockLength) return null;
  return data.subarray(0, end);
}
