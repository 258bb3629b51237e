import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a disk asks for so many bytes however little is made of them: appended to one file and flushed. */
export interface AppendLimit {
  /** Milliseconds it took. */
  append(byteLength: number): number;
  close(): void;
}

export function openAppendLimit(folder: string): AppendLimit {
  mkdirSync(join(folder, 'limit'));
  const file = openSync(join(folder, 'limit', 'appended'), 'a');
  return {
    append(byteLength) {
      const bytes = randomBytes(byteLength);
      const begun = performance.now();
      writeSync(file, bytes);
      fdatasyncSync(file);
      return performance.now() - begun;
    },
    close: () => closeSync(file),
  };
}
