/** Biodata from the text file of a vendor's reader: each line that is added and makes sense is one card read. */
import { createListeners } from '../listeners.ts';
import type { BiodataAdapter } from './biodata-adapter.ts';
import { type FileTail, followFile } from './file-tail.ts';
import type { KtpBiodata } from './ktp-biodata.ts';
import { createLineSplitter } from './line-splitter.ts';
import { readVendorLine } from './vendor-line.ts';
import type { WatchedFile } from './watched-file.ts';

/** Bytes; 21 fields of what is printed on a card make some 500. */
export const LONGEST_LINE = 8_192;

/**
 * Resolves once what the file already holds was looked at, so that nothing of it is told: those people have left. A
 * file that cannot be read yet is looked at again after each change, and its content of that time is passed over.
 * Never rejects.
 */
export async function createVendorFileAdapter(file: WatchedFile): Promise<BiodataAdapter> {
  const read = createListeners<KtpBiodata>();
  const troubles = createListeners<unknown>();
  const recoveries = createListeners<void>();
  const splitter = createLineSplitter(LONGEST_LINE);
  let tail: FileTail | null = null;
  let changes = 0;
  let reading: Promise<void> | null = null;
  let closed = false;
  let troubled = false;

  const stop = file.onChanged(() => void look());
  await look();

  return {
    onBiodata: read.add,
    onTrouble: troubles.add,
    onRecovered: recoveries.add,
    isTroubled: () => troubled,
    async close() {
      closed = true;
      stop();
      await reading;
      await file.close();
    },
  };

  function look(): Promise<void> {
    changes += 1;
    reading ??= readOn().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function readOn() {
    for (let seen = 0; seen !== changes && !closed; ) {
      seen = changes;
      try {
        tail ??= followFile(file, await skipPresent());
        await readToEnd(tail);
        if (troubled) recoveries.emit();
        troubled = false;
      } catch (error) {
        troubled = true;
        troubles.emit(error);
      }
    }
  }

  /** One byte before the end is read again, to tell whether the last line is whole. */
  async function skipPresent() {
    const present = await file.read(0, 1);
    if (!present || present.size === 0) return null;
    splitter.reset(true);
    return { identity: present.identity, offset: present.size - 1 };
  }

  async function readToEnd(followed: FileTail) {
    for (let part = await followed.next(); part && !closed; part = await followed.next()) {
      if (part.fresh) splitter.reset(false);
      for (const line of splitter.push(part.bytes)) {
        const biodata = readVendorLine(line);
        if (biodata && !closed) read.emit(biodata);
      }
    }
  }
}
