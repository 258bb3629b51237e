/**
 * A file that is carried by hand: 8 bytes that say what it is, the payload's length (32 bits, big-endian), the payload
 * (JSON, UTF-8), and a raw Ed25519 signature (RFC 8032, 64 bytes) over everything before it. Raw, because the last
 * character of a compact JWS has spare bits and so more than one spelling. Bytes that the payload describes may follow.
 */
export const SIGNATURE_BYTES = 64;
const MAGIC_BYTES = 8;
/** What must be read to know how much follows. */
export const PREAMBLE_BYTES = MAGIC_BYTES + 4;

/** As the PNG signature (ISO 15948, 5.2): a high bit and both line ends show at once that something treated the file as text. */
function magicOf(letters: string): readonly number[] {
  return [0x89, ...new TextEncoder().encode(letters), 0x0d, 0x0a, 0x1a, 0x0a];
}

/** A kind of such file. `largestPayload` bounds what a reader holds in memory before anything is believed. */
export interface SignedFileKind {
  readonly magic: readonly number[];
  readonly largestPayload: number;
}

export const CARRY_FILE: SignedFileKind = { magic: magicOf('AJK'), largestPayload: 1024 * 1024 };
export const CARRY_REPLY: SignedFileKind = { magic: magicOf('AJB'), largestPayload: 4 * 1024 * 1024 };

/** Why bytes are no such file. `damaged` also where somebody changed them on purpose. */
export type SignedFileProblem = 'other-kind' | 'truncated' | 'damaged';

/** The bytes to sign: preamble and payload. Throws `RangeError` when the payload is larger than readers accept. */
export function encodeSignedPart(kind: SignedFileKind, payload: unknown): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(payload));
  if (json.length > kind.largestPayload) throw new RangeError('payload larger than its kind of file allows');
  const bytes = new Uint8Array(PREAMBLE_BYTES + json.length);
  bytes.set(kind.magic);
  new DataView(bytes.buffer).setUint32(MAGIC_BYTES, json.length);
  bytes.set(json, PREAMBLE_BYTES);
  return bytes;
}

/** Length of the payload by the first bytes of a file. */
export function readPreamble(kind: SignedFileKind, bytes: Uint8Array): number | SignedFileProblem {
  const known = Math.min(bytes.length, MAGIC_BYTES);
  if (kind.magic.slice(0, known).some((byte, place) => bytes[place] !== byte)) return 'other-kind';
  if (bytes.length < PREAMBLE_BYTES) return 'truncated';
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(MAGIC_BYTES);
  return length === 0 || length > kind.largestPayload ? 'damaged' : length;
}

/** The payload's JSON; undefined when it is none. */
export function readPayload(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export interface SignedFile {
  /** What was signed. */
  readonly signed: Uint8Array;
  readonly payload: unknown;
  readonly signature: Uint8Array;
}

/** Takes a whole file apart in which nothing follows the signature. Who signed it is the caller's to ask. */
export function splitSignedFile(kind: SignedFileKind, bytes: Uint8Array): SignedFile | SignedFileProblem {
  const length = readPreamble(kind, bytes);
  if (typeof length !== 'number') return length;
  const end = PREAMBLE_BYTES + length;
  if (bytes.length < end + SIGNATURE_BYTES) return 'truncated';
  if (bytes.length > end + SIGNATURE_BYTES) return 'damaged';
  return {
    signed: bytes.subarray(0, end),
    payload: readPayload(bytes.subarray(PREAMBLE_BYTES, end)),
    signature: bytes.subarray(end),
  };
}
