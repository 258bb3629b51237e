import {
  closeSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writev,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isMissing } from '../../is-missing.ts';
import { StoreError } from '../store-error.ts';
import type { BundleReader } from './bundle-reader.ts';
import { asFileError } from './file-error.ts';
import { readPlace } from './read-place.ts';

export const BUNDLES_FOLDER = 'bundles';

/** A day's work of a small hall: one bundle that stays keeps no more than this of what is done. */
const SEGMENT_BYTES = 16 * 1024 * 1024;

/** Where a sealed bundle lies. */
export interface BundlePlace {
  readonly segment: number;
  readonly offset: number;
  readonly byteLength: number;
}

/**
 * Sealed bundles beside the database, one after the other in files of some megabytes. They are sealed to central, so nobody
 * at the station can open them, and the database would only encrypt them once more and write them twice. Which of them count
 * is what the database says: bytes it does not know were never submitted.
 */
export interface BundleFiles {
  /** Durable when it resolves; writing and flushing happen aside of the event loop. Fails with `StoreError`. */
  append(pieces: readonly Uint8Array[]): Promise<BundlePlace>;
  /** Null when its file is gone or ends before it does. Throws `StoreError`. */
  open(place: BundlePlace): BundleReader | null;
  /**
   * Deletes files of which the database needs nothing. One that was in use since the last call stays until the next: what
   * was appended to it may be on its way into the database. Throws `StoreError`.
   */
  keepOnly(needed: ReadonlySet<number>): void;
}

const writevAside = promisify(writev);
const fdatasyncAside = promisify(fdatasync);

export function openBundleFiles(dataFolder: string): BundleFiles {
  const folder = join(dataFolder, BUNDLES_FOLDER);
  const pathOf = (segment: number) => join(folder, `${String(segment).padStart(6, '0')}.bundles`);
  /** The file that grows. A process never goes on with that of another, whose end may be half written. */
  let current: { readonly segment: number; end: number } | null = null;
  let inUse = new Set<number>();

  function segments(): number[] {
    return readdirSync(folder)
      .flatMap((name) => /^(\d+)\.bundles$/.exec(name)?.[1] ?? [])
      .map(Number);
  }

  function begin(): { readonly segment: number; end: number } {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    flushFolder(dataFolder);
    const begun = { segment: Math.max(0, ...segments()) + 1, end: 0 };
    closeSync(openSync(pathOf(begun.segment), 'wx', 0o600));
    flushFolder(folder);
    inUse.add(begun.segment);
    return begun;
  }

  /** A file that cannot be opened any more is not tried again: the next bundle begins another. */
  function openGrown(segment: number): number {
    try {
      return openSync(pathOf(segment), 'r+');
    } catch (error) {
      current = null;
      throw error;
    }
  }

  async function write(pieces: readonly Uint8Array[]): Promise<BundlePlace> {
    if (current === null || current.end >= SEGMENT_BYTES) current = begin();
    const grown = current;
    const byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    const place = { segment: grown.segment, offset: grown.end, byteLength };
    grown.end += byteLength;
    const file = openGrown(place.segment);
    try {
      const { bytesWritten } = await writevAside(file, [...pieces], place.offset);
      if (bytesWritten !== byteLength) throw new StoreError('storage-full', 'ENOSPC', null);
      await fdatasyncAside(file);
      return place;
    } catch (error) {
      // On a full disk what was half written would take the room that finishing other work needs.
      if (grown.end === place.offset + byteLength) {
        ftruncateSync(file, place.offset);
        grown.end = place.offset;
      }
      throw error;
    } finally {
      closeSync(file);
    }
  }

  return {
    async append(pieces) {
      try {
        return await write(pieces);
      } catch (error) {
        throw asFileError(error);
      }
    },
    open: (place) => readPlace(pathOf(place.segment), place),
    keepOnly(needed) {
      try {
        const kept = segments();
        for (const segment of kept)
          if (!needed.has(segment) && !inUse.has(segment)) rmSync(pathOf(segment), { force: true });
      } catch (error) {
        if (isMissing(error)) return;
        throw asFileError(error);
      }
      inUse = new Set(current === null ? [] : [current.segment]);
    },
  };
}

/** A new name in a folder is there after a power cut only when the folder was flushed as well. */
function flushFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
