import { malformed } from '../emrtd-error.ts';

/** Longer identifiers than this are in no standard this driver knows. */
const MOST_BYTES = 32;

/** The value of an OBJECT IDENTIFIER (X.690, 8.19) in dotted form. Throws `malformed`. */
export function decodeObjectIdentifier(value: Uint8Array): string {
  if (value.length === 0 || value.length > MOST_BYTES)
    throw malformed('An object identifier has a wrong length');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > 0xffff_ffff) throw malformed('An arc of an object identifier is too large');
    if (byte > 0x7f) continue;
    arcs.push(arc);
    arc = 0;
  }
  if ((value.at(-1) ?? 0) > 0x7f) throw malformed('An object identifier ends inside an arc');
  const [joined = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(joined / 40));
  return [first, joined - first * 40, ...rest].join('.');
}

/** The other way round: the value without tag and length. */
export function encodeObjectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return Uint8Array.from([first * 40 + second, ...rest].flatMap(arcBytes));
}

function arcBytes(arc: number): number[] {
  const bytes = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    bytes.unshift((left % 128) | 0x80);
  }
  return bytes;
}
