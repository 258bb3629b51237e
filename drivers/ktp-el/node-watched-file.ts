import { watch } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createListeners } from '../listeners.ts';
import { type FilePart, type WatchedFile, WatchedFileError } from './watched-file.ts';

/**
 * A file of the machine. Its folder is watched rather than itself, since a file that is replaced takes its own watch
 * with it. Fails with a `WatchedFileError` when the folder cannot be watched.
 */
export function openWatchedFile(path: string): WatchedFile {
  const changes = createListeners<void>();
  const name = basename(path);
  const watcher = watchFolder(dirname(path));
  watcher.on('change', (_, changed) => {
    if (changed === null || String(changed) === name) changes.emit();
  });
  // A folder that is taken away ends its watch; the next read says so.
  watcher.on('error', () => changes.emit());

  return {
    async read(offset, length) {
      const handle = await openIfThere(path);
      if (!handle) return null;
      try {
        return await readPart(handle, offset, length);
      } catch (cause) {
        throw new WatchedFileError(`${name} cannot be read`, { cause });
      } finally {
        await handle.close();
      }
    },
    onChanged: changes.add,
    async close() {
      watcher.close();
    },
  };
}

function watchFolder(folder: string) {
  try {
    return watch(folder);
  } catch (cause) {
    throw new WatchedFileError('The folder cannot be watched', { cause });
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new WatchedFileError(`${basename(path)} cannot be opened`, { cause });
  }
}

async function readPart(handle: FileHandle, offset: number, length: number): Promise<FilePart> {
  const { dev, ino, birthtimeMs, size } = await handle.stat();
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
  return { identity: `${dev} ${ino} ${birthtimeMs}`, size, bytes: buffer.slice(0, bytesRead) };
}
