import { closeSync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { createTogether } from '../together.ts';

/** Makes durable what names a folder holds; resolves once all that was there at the call is. */
export type FlushFolder = (folder: string) => Promise<void>;

const fsyncAside = promisify(fsync);

/** Those who ask while a folder is being flushed share the next flush: it waits for the disk once for all of them. */
export function createFlushFolder(flush: FlushFolder = flushFolder): FlushFolder {
  const flushed = createTogether<null, null>(async (folder, asked) => {
    await flush(folder);
    return asked;
  });
  return async (folder) => {
    await flushed(folder, null);
  };
}

async function flushFolder(folder: string): Promise<void> {
  const file = openSync(folder, 'r');
  try {
    await fsyncAside(file);
  } finally {
    closeSync(file);
  }
}
