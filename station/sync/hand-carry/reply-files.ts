import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CARRY_REPLY_ENDING } from '../../../contract/central/hand-carry.ts';
import { CARRY_REPLY, PREAMBLE_BYTES, SIGNATURE_BYTES } from '../../../contract/central/signed-file.ts';
import { CarryError } from './carry-error.ts';
import { driveEntries } from './drive-entries.ts';

/** A drive that has served a district for years. The newest names come last and are kept. */
const MOST_FILES = 200;
const LARGEST_BYTES = PREAMBLE_BYTES + CARRY_REPLY.largestPayload + SIGNATURE_BYTES;

export interface ReplyFile {
  readonly fileName: string;
  /** Null when the drive did not give it. One byte more than a reply can have stands for all that are too large. */
  readonly bytes: Uint8Array | null;
}

/** Files of a drive that are called replies. Throws `CarryError` `drive-gone`. */
export async function replyFiles(folder: string): Promise<ReplyFile[]> {
  const entries = await driveEntries(folder).catch((error: unknown) => {
    throw new CarryError('drive-gone', error);
  });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(CARRY_REPLY_ENDING))
    .map(({ name }) => name)
    .sort()
    .slice(-MOST_FILES);
  const files: ReplyFile[] = [];
  for (const fileName of names)
    files.push({ fileName, bytes: await readBounded(join(folder, fileName)).catch(() => null) });
  return files;
}

async function readBounded(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, LARGEST_BYTES + 1));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
