import { mkdir, statfs } from 'node:fs/promises';
import type { Drives } from './drives.ts';

/** A folder that plays a USB drive, for practice. Made when it is first looked at. */
export function createVirtualDrive(folder: string): Drives {
  return {
    async list() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, blocks, bsize } = await statfs(folder);
      return [
        {
          key: 'virtual',
          label: 'ANJUNGAN LATIHAN',
          folder,
          freeBytes: bavail * bsize,
          totalBytes: blocks * bsize,
          isWritable: true,
          isVirtual: true,
        },
      ];
    },
  };
}
