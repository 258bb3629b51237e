import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Room for an evening of field edits and a hundred sealed cores, and for the log to be moved into the file. */
export const RESERVE_BYTES = 8 * 1024 * 1024;

/** A file that holds room on the disk, to be given up when the disk is full. */
export interface Reserve {
  isHeld(): boolean;
  /** Writes the file; false, and nothing left behind, when there was no room. */
  hold(): boolean;
  free(): void;
}

export function createReserve(folder: string): Reserve {
  const path = join(folder, 'emergency.reserve');
  return {
    isHeld: () => existsSync(path),
    hold() {
      try {
        writeReserve(path);
        return true;
      } catch {
        rmSync(path, { force: true });
        return false;
      }
    },
    free: () => rmSync(path, { force: true }),
  };
}

/** Random bytes, because a file system that compresses would keep no room for zeros. */
function writeReserve(path: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    const bytes = randomBytes(RESERVE_BYTES);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
