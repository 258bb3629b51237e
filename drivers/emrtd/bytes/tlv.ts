/**
 * BER-TLV data objects as ISO/IEC 7816-4 (5.2.2) and the data groups use them: tags of one to three bytes, lengths of
 * one to five, never of indefinite length.
 */
import { malformed } from '../emrtd-error.ts';
import { concatBytes } from './bytes.ts';

export interface Tlv {
  /** All its bytes as one number, such as `0x7f2e`. */
  readonly tag: number;
  readonly value: Uint8Array;
  /** Tag, length and value as they were read. */
  readonly bytes: Uint8Array;
}

export interface TlvHeader {
  readonly tag: number;
  readonly headerLength: number;
  readonly valueLength: number;
}

/** Objects in one template; the longest list of the specification has 64 entries. */
const MOST_OBJECTS = 256;

/** The header at the start of `bytes`; null when more bytes are needed to tell. Throws `malformed`. */
export function readTlvHeader(bytes: Uint8Array): TlvHeader | null {
  const first = bytes[0];
  if (first === undefined) return null;
  if (first === 0x00 || first === 0xff) throw malformed('A data object cannot start with 00 or FF');
  let tag = first;
  let offset = 1;
  if ((first & 0x1f) === 0x1f) {
    let more = true;
    while (more) {
      const byte = bytes[offset];
      if (offset > 2) throw malformed('A tag is longer than three bytes');
      if (byte === undefined) return null;
      tag = tag * 256 + byte;
      more = byte > 0x7f;
      offset += 1;
    }
  }
  const length = bytes[offset];
  if (length === undefined) return null;
  if (length < 0x80) return { tag, headerLength: offset + 1, valueLength: length };
  const lengthBytes = length - 0x80;
  if (lengthBytes === 0 || lengthBytes > 4)
    throw malformed('A length is indefinite or longer than five bytes');
  const end = offset + 1 + lengthBytes;
  if (bytes.length < end) return null;
  const valueLength = bytes.subarray(offset + 1, end).reduce((value, byte) => value * 256 + byte, 0);
  return { tag, headerLength: end, valueLength };
}

/** The object at the start of `bytes`, whatever follows it. Throws `malformed`. */
export function readTlv(bytes: Uint8Array): Tlv {
  const header = readTlvHeader(bytes);
  if (!header) throw malformed('A data object ends inside its header');
  const end = header.headerLength + header.valueLength;
  if (bytes.length < end) throw malformed(`Data object ${header.tag.toString(16)} is cut short`);
  return {
    tag: header.tag,
    value: bytes.subarray(header.headerLength, end),
    bytes: bytes.subarray(0, end),
  };
}

/** All objects, one after the other, up to the last byte. Throws `malformed`. */
export function readTlvs(bytes: Uint8Array): readonly Tlv[] {
  const objects: Tlv[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    if (objects.length === MOST_OBJECTS) throw malformed('A template holds too many objects');
    const object = readTlv(rest);
    objects.push(object);
    rest = rest.subarray(object.bytes.length);
  }
  return objects;
}

/** The value of the one object `bytes` starts with, which must carry `tag`. Throws `malformed`. */
export function unwrapTlv(bytes: Uint8Array, tag: number): Uint8Array {
  const object = readTlv(bytes);
  if (object.tag !== tag) {
    throw malformed(`Expected data object ${tag.toString(16)}, found ${object.tag.toString(16)}`);
  }
  return object.value;
}

export function findValue(objects: readonly Tlv[], tag: number): Uint8Array | null {
  return objects.find((object) => object.tag === tag)?.value ?? null;
}

/** Like `findValue`, for an object that must be there. Throws `malformed`. */
export function requireValue(objects: readonly Tlv[], tag: number): Uint8Array {
  const value = findValue(objects, tag);
  if (!value) throw malformed(`Data object ${tag.toString(16)} is missing`);
  return value;
}

export function encodeTlv(tag: number, ...values: readonly Uint8Array[]): Uint8Array {
  const value = concatBytes(...values);
  return concatBytes(Uint8Array.from(shortestBytes(tag)), encodeLength(value.length), value);
}

function encodeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes = shortestBytes(length);
  return Uint8Array.of(0x80 + bytes.length, ...bytes);
}

function shortestBytes(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}
