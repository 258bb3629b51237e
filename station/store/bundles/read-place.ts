import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StoreError } from '../store-error.ts';
import type { BundlePlace } from './bundle-files.ts';
import type { BundleReader } from './bundle-reader.ts';
import { asFileError, isLost } from './file-error.ts';

/** Null when the file is not there or ends before the place does. Throws `StoreError`. */
export function readPlace(path: string, { offset, byteLength }: BundlePlace): BundleReader | null {
  const file = openFile(path);
  if (file === null) return null;
  if (fstatSync(file).size < offset + byteLength) {
    closeSync(file);
    return null;
  }
  let buffer = new Uint8Array();
  return {
    byteLength,
    read(from, length) {
      if (from + length > byteLength) throw new RangeError('beyond the bundle');
      if (buffer.length < length) buffer = new Uint8Array(length);
      let done = 0;
      try {
        while (done < length) {
          const count = readSync(file, buffer, done, length - done, offset + from + done);
          if (count === 0) throw new StoreError('storage-failed', 'short', null);
          done += count;
        }
      } catch (error) {
        throw asFileError(error);
      }
      return buffer.subarray(0, length);
    },
    close: () => closeSync(file),
  };
}

function openFile(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isLost(error)) return null;
    throw asFileError(error);
  }
}
