import { types } from 'node:util';
import type { ToStation } from '../../contract/shell/station-channel.ts';

/** What a face and the station send each other; the shell never looks inside. */
export type FaceData = Extract<ToStation, { type: 'face-message' }>['data'];

/**
 * The largest single message passed on, in bytes (a string counts two per character). A photographed page is under
 * 8 MB; a text of 10 MB must still reach the station, which refuses it with a typed error.
 */
export const LARGEST_FACE_MESSAGE = 48 * 1024 * 1024;

/** Undefined when `value` is of another kind or too large. */
export function asFaceData(value: unknown): FaceData | undefined {
  if (typeof value === 'string') return value.length * 2 <= LARGEST_FACE_MESSAGE ? value : undefined;
  if (types.isUint8Array(value) || types.isArrayBuffer(value)) {
    return value.byteLength <= LARGEST_FACE_MESSAGE ? (value as FaceData) : undefined;
  }
  return undefined;
}
