import { open } from 'node:fs/promises';
import { closeAside } from './close-aside.ts';

/** Makes durable what names a folder holds; resolves once all that was there at the call is. */
export type FlushFolder = (folder: string) => Promise<void>;

/** Those who ask while a folder is being flushed share the next flush: it waits for the disk once for all of them. */
export function createFlushFolder(flush: FlushFolder = flushFolder): FlushFolder {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  async function run(folder: string): Promise<void> {
    const flushing = flush(folder);
    running.set(folder, flushing);
    try {
      await flushing;
    } finally {
      if (running.get(folder) === flushing) running.delete(folder);
    }
  }
  async function after(before: Promise<void>, folder: string): Promise<void> {
    await before.catch(() => undefined);
    next.delete(folder);
    await run(folder);
  }

  return async (folder) => {
    const before = running.get(folder);
    if (before === undefined) return await run(folder);
    const shared = next.get(folder) ?? after(before, folder);
    next.set(folder, shared);
    await shared;
  };
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    closeAside(handle);
  }
}
