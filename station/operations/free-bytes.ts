import { statfsSync } from 'node:fs';

/** Bytes a program may still write in the file system of `folder`. Throws where the folder cannot be reached. */
export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
