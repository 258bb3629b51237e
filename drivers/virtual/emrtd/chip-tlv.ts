/** A data object, as the chip and those who personalise it write them (X.690, 8.1). */
export function tlv(tag: number, ...values: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(values);
  return Buffer.concat([bytesOf(tag), lengthOf(value.length), value]);
}

/** The value of the object with `tag` that `data` starts with; null when it does not. Lengths up to 255. */
export function untlv(tag: number, data: Uint8Array): Buffer | null {
  const bytes = Buffer.from(data);
  const name = bytesOf(tag);
  if (!bytes.subarray(0, name.length).equals(name)) return null;
  const rest = bytes.subarray(name.length);
  const long = rest[0] === 0x81;
  const length = rest[long ? 1 : 0] ?? 0;
  const start = long ? 2 : 1;
  return rest.length < start + length ? null : rest.subarray(start, start + length);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = bytesOf(length);
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

function bytesOf(value: number): Buffer {
  const text = value.toString(16);
  return Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex');
}
