/** Bytes of a published example; blanks between them are allowed. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));
}

/** Random bytes of an example, in the order a protocol draws them. */
export function givenBytes(...drawn: readonly string[]): (length: number) => Uint8Array {
  const left = drawn.map(hex);
  return (length) => {
    const next = left.shift();
    if (next?.length !== length) throw new Error(`The example has no ${length} bytes to draw here`);
    return next;
  };
}
