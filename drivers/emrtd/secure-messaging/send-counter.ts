/** The send sequence counter: one step per command and one per response (Doc 9303 part 11, 9.8.2). */
export function nextCounter(counter: Uint8Array): Uint8Array {
  const next = counter.slice();
  for (let index = next.length - 1; index >= 0; index -= 1) {
    const byte = ((next[index] ?? 0) + 1) % 256;
    next[index] = byte;
    if (byte !== 0) break;
  }
  return next;
}
