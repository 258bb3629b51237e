import { missingCase } from '../missing-case.ts';

/** A block of T=1 (ISO/IEC 7816-3, 11.3). */
export type T1Block =
  | {
      readonly kind: 'information';
      readonly sequence: Bit;
      readonly more: boolean;
      readonly bytes: Uint8Array;
    }
  /** R-block: the number of the block expected next, and what was wrong with the last. */
  | { readonly kind: 'ready'; readonly sequence: Bit; readonly error: T1Error }
  | {
      readonly kind: 'service';
      readonly request: boolean;
      readonly purpose: T1Purpose;
      /** One byte for `information-size` and `waiting-time`, none for the others. */
      readonly bytes: Uint8Array;
    };

export type Bit = 0 | 1;
export type T1Error = 'none' | 'check-byte' | 'other';
export type T1Purpose = 'resynchronize' | 'information-size' | 'abort' | 'waiting-time';

/** NAD, PCB and LEN before the information, LRC after it. */
const PROLOGUE = 3;
/** LEN 255 is reserved (11.3.2.3). */
export const MOST_INFORMATION = 254;

const PURPOSES = ['resynchronize', 'information-size', 'abort', 'waiting-time'] as const;
const ERRORS = ['none', 'check-byte', 'other'] as const;

/** Node address 0, closed by the exclusive or of everything before. */
export function encodeT1Block(block: T1Block): Uint8Array {
  const bytes = block.kind === 'ready' ? new Uint8Array() : block.bytes;
  const encoded = Uint8Array.of(0, controlByte(block), bytes.length, ...bytes, 0);
  encoded[encoded.length - 1] = exclusiveOr(encoded.subarray(0, -1));
  return encoded;
}

/** Why bytes are no block: the check byte alone was wrong, or anything else. */
export type BrokenBlock = 'check-byte' | 'other';

export function decodeT1Block(bytes: Uint8Array): T1Block | BrokenBlock {
  const [node, control, length] = bytes;
  if (node === undefined || control === undefined || length === undefined) return 'other';
  if (length > MOST_INFORMATION || bytes.length !== PROLOGUE + length + 1) return 'other';
  if (exclusiveOr(bytes) !== 0) return 'check-byte';
  if (node !== 0) return 'other';
  return decodeControl(control, bytes.slice(PROLOGUE, -1)) ?? 'other';
}

function decodeControl(control: number, bytes: Uint8Array): T1Block | null {
  if ((control & 0x80) === 0) {
    if (control & 0x1f) return null;
    return { kind: 'information', sequence: control & 0x40 ? 1 : 0, more: (control & 0x20) !== 0, bytes };
  }
  if ((control & 0x40) === 0) {
    const error = ERRORS[control & 0x0f];
    if (!error || control & 0x20 || bytes.length > 0) return null;
    return { kind: 'ready', sequence: control & 0x10 ? 1 : 0, error };
  }
  const purpose = PURPOSES[control & 0x1f];
  if (!purpose || bytes.length !== informationLength(purpose)) return null;
  return { kind: 'service', request: (control & 0x20) === 0, purpose, bytes };
}

function informationLength(purpose: T1Purpose): number {
  return purpose === 'information-size' || purpose === 'waiting-time' ? 1 : 0;
}

function controlByte(block: T1Block): number {
  switch (block.kind) {
    case 'information':
      return (block.sequence << 6) | (block.more ? 0x20 : 0);
    case 'ready':
      return 0x80 | (block.sequence << 4) | ERRORS.indexOf(block.error);
    case 'service':
      return 0xc0 | (block.request ? 0 : 0x20) | PURPOSES.indexOf(block.purpose);
    default:
      return missingCase(block);
  }
}

function exclusiveOr(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
