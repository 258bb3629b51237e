import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { CarryError, driveTrouble } from './carry-error.ts';
import { driveEntries } from './drive-entries.ts';

/** Hidden, and of a name only we give, so that what a pulled drive kept of us can be removed when it is back. */
const UNFINISHED = /^\.anjungan-[a-z0-9-]+\.sebagian$/;
const READ_BYTES = 256 * 1024;

export interface FileToWrite {
  readonly folder: string;
  /** Without a folder. */
  readonly name: string;
  readonly byteLength: number;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  readonly onProgress: (step: 'writing' | 'checking', fraction: number) => void;
  /** Opens files; another in tests of drives that fail. */
  readonly openFile?: typeof open;
}

/**
 * Writes a file so that it is there whole or not at all: under another name, flushed, read back and compared, renamed,
 * the folder flushed. Throws `CarryError`; whatever `chunks` throws passes through.
 */
export async function writeFileVerified(file: FileToWrite): Promise<void> {
  const { folder, name, openFile = open } = file;
  const unfinished = join(folder, `.anjungan-${name.replaceAll(/[^a-z0-9]/g, '-')}.sebagian`);
  const finished = join(folder, name);
  const ours = [unfinished];
  try {
    await expectRoom(file);
    await removeUnfinished(folder);
    const written = await write(await openFile(unfinished, 'wx', 0o600), file);
    const readBack = await readHash(await openFile(unfinished, 'r'), file);
    if (readBack !== written) throw new CarryError('read-back-differs');
    await rename(unfinished, finished);
    ours.push(finished);
    await syncFolder(await openFile(folder, 'r'));
  } catch (error) {
    // A drive that is gone cannot be tidied; the next file on it does.
    for (const path of ours) await rm(path, { force: true }).catch(() => undefined);
    throw driveTrouble(error);
  }
}

async function expectRoom({ folder, byteLength }: FileToWrite): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < byteLength) throw new CarryError('drive-full');
}

async function removeUnfinished(folder: string): Promise<void> {
  // Where it cannot be removed, making the new one tells.
  for (const { name } of await driveEntries(folder))
    if (UNFINISHED.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** @returns SHA-256 of what was written, which is durable now */
async function write(handle: FileHandle, file: FileToWrite): Promise<string> {
  const { byteLength, chunks, signal, onProgress } = file;
  const hash = createHash('sha256');
  let done = 0;
  try {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new CarryError('aborted');
      hash.update(chunk);
      for (let start = 0; start < chunk.length; ) {
        const { bytesWritten } = await handle.write(chunk, start);
        start += bytesWritten;
      }
      done += chunk.length;
      onProgress('writing', Math.min(1, done / byteLength));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

async function readHash(
  handle: FileHandle,
  { byteLength, signal, onProgress }: FileToWrite,
): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(READ_BYTES);
  let done = 0;
  try {
    for (;;) {
      if (signal.aborted) throw new CarryError('aborted');
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      done += bytesRead;
      onProgress('checking', Math.min(1, done / byteLength));
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

async function syncFolder(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
