import type { FileHandle } from 'node:fs/promises';

/** Nobody waits for a file to be closed whose bytes are durable, or not wanted: what its closing says changes nothing any more. */
export function closeAside(handle: FileHandle): void {
  handle.close().catch(() => {});
}
