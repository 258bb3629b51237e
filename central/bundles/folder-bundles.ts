import { randomUUID } from 'node:crypto';
import { closeSync, fsync, linkSync, mkdirSync, openSync, renameSync, rmSync, writev } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { type BundleStore, BundleStoreError, checkName } from './bundle-store.ts';
import { createFlushFolder } from './flush-folder.ts';
import { cut, lengthOf, type Pieces } from './pieces.ts';

/** Beside the stations' folders; no name of a bundle begins with a dot. */
const WORK = '.work';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Folders, one a station and month; of one that was forgotten the parents are flushed once more. */
const MOST_REMEMBERED = 10_000;

/** Or the folder's file system has no second names for a file. */
const NOT_LINKED = ['EEXIST', 'EPERM', 'ENOTSUP', 'ENOSYS'];

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_LINKED.includes(String(error.code));
}

/** Nothing takes so long: what is this old was left by a process that ended in the middle of it. */
const LEFT_BEHIND_MS = 24 * 60 * 60_000;

const writevAside = promisify(writev);
const fsyncAside = promisify(fsync);

/** A full disk may take a part first, and refuses the rest. */
async function writeAll(file: number, pieces: Pieces): Promise<void> {
  for (let rest = pieces; rest.length > 0; ) {
    const { bytesWritten } = await writevAside(file, [...rest]);
    rest = cut(rest, bytesWritten, lengthOf(rest));
  }
}

async function dropLeftBehind(work: string, now: number): Promise<void> {
  for (const name of await readdir(work)) {
    const path = join(work, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > LEFT_BEHIND_MS) await rm(path, { force: true });
  }
}

/**
 * Bundles as files; several copies of central need a folder they all see. Bytes are written and flushed aside of the event
 * loop; what only names them is done at once, as the way to another thread and back would cost more than the doing.
 */
export async function openFolderBundles(root: string, now: () => number = Date.now): Promise<BundleStore> {
  const work = join(root, WORK);
  const flushFolder = createFlushFolder();
  const durable = new Set<string>();
  await mkdir(work, { recursive: true, mode: 0o700 });
  await dropLeftBehind(work, now());

  async function attempt<Result>(what: string, doing: () => Promise<Result>): Promise<Result> {
    try {
      return await doing();
    } catch (error) {
      throw new BundleStoreError(`the bundle folder could not ${what}`, null, error);
    }
  }

  /** Only the first bundle of a month needs a folder to be made. */
  function place(path: string, doing: () => void): void {
    try {
      doing();
    } catch (error) {
      if (!isMissing(error)) throw error;
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      doing();
    }
  }

  /** A folder that may be new, whoever made it, is durable only once its parents say so. */
  async function flushParents(folder: string): Promise<void> {
    if (durable.has(folder)) return;
    for (let inside = folder; inside !== root; inside = dirname(inside)) await flushFolder(dirname(inside));
    if (durable.size >= MOST_REMEMBERED) durable.clear();
    durable.add(folder);
  }

  /**
   * A name nobody has yet is given before the bytes are durable, so that the disk makes both durable at once; until then
   * nobody was told of it. A name that is there may hold what somebody was told of: it is given to durable bytes only.
   */
  async function name(file: number, unfinished: string, path: string): Promise<void> {
    try {
      place(path, () => linkSync(unfinished, path));
    } catch (error) {
      if (!isTaken(error)) throw error;
      await fsyncAside(file);
      place(path, () => renameSync(unfinished, path));
    }
  }

  async function write(path: string, pieces: Pieces): Promise<void> {
    const unfinished = join(work, randomUUID());
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      await writeAll(file, pieces);
      await name(file, unfinished, path);
      // The file stays open until its own flush has ended, however the folder's ends.
      const [bytes, names] = await Promise.allSettled([fsyncAside(file), flushFolder(dirname(path))]);
      for (const flushed of [bytes, names]) if (flushed.status === 'rejected') throw flushed.reason;
      await flushParents(dirname(path));
    } finally {
      closeSync(file);
      rmSync(unfinished, { force: true });
    }
  }

  return {
    async put(name, pieces) {
      const path = join(root, checkName(name));
      await attempt('keep a bundle', () => write(path, pieces));
    },
    async get(name) {
      const path = join(root, checkName(name));
      return await attempt('read a bundle', async () => {
        try {
          return await readFile(path);
        } catch (error) {
          if (isMissing(error)) return null;
          throw error;
        }
      });
    },
    async remove(name) {
      const path = join(root, checkName(name));
      await attempt('remove a bundle', () => rm(path, { force: true }));
    },
    async list(prefix) {
      const folder = join(root, checkName(prefix));
      return await attempt('list bundles', async () => {
        try {
          const entries = await readdir(folder, { withFileTypes: true, recursive: true });
          return entries
            .filter((entry) => entry.isFile())
            .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
            .sort();
        } catch (error) {
          if (isMissing(error)) return [];
          throw error;
        }
      });
    },
  };
}
