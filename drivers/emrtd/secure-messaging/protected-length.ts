/** How much room protection takes in a response (Doc 9303 part 11, 9.8.4 and figure 6). */

/** DO'99' of four bytes and DO'8E' of ten. */
const STATUS_AND_MAC = 14;

/** Bytes of a protected response, status word not counted, that carries `plain` bytes. */
export function protectedLength(blockLength: number, plain: number): number {
  if (plain === 0) return STATUS_AND_MAC;
  const encrypted = plain + blockLength - (plain % blockLength);
  return STATUS_AND_MAC + objectLength(encrypted + 1);
}

/** Most plain bytes whose protected response, status word included, fits in `responseLength` bytes. */
export function mostPlainBytes(blockLength: number, responseLength: number): number {
  const room = responseLength - 2 - STATUS_AND_MAC;
  let encrypted = room - (room % blockLength);
  while (encrypted > 0 && objectLength(encrypted + 1) > room) encrypted -= blockLength;
  return Math.max(0, encrypted - 1);
}

/** Most bytes of a file that fit in a DO'53' of `plain` bytes. */
export function mostDiscretionaryBytes(plain: number): number {
  let value = Math.max(0, plain - 2);
  while (value > 0 && objectLength(value) > plain) value -= 1;
  return value;
}

/** A tag of one byte, the length, the value. */
function objectLength(value: number): number {
  if (value < 0x80) return value + 2;
  if (value < 0x100) return value + 3;
  return value < 0x1_0000 ? value + 4 : value + 5;
}
