import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type BundleStore, BundleStoreError, checkName } from './bundle-store.ts';
import { closeAside } from './close-aside.ts';
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

/** A full disk may take a part first, and refuses the rest. */
async function writeAll(handle: FileHandle, pieces: Pieces): Promise<void> {
  for (let rest = pieces; rest.length > 0; ) {
    const { bytesWritten } = await handle.writev(rest);
    rest = cut(rest, bytesWritten, lengthOf(rest));
  }
}

/** Bundles as files; several copies of central need a folder they all see. */
export async function openFolderBundles(root: string): Promise<BundleStore> {
  const work = join(root, WORK);
  const flushFolder = createFlushFolder();
  const durable = new Set<string>();
  await mkdir(work, { recursive: true, mode: 0o700 });

  async function attempt<Result>(what: string, doing: () => Promise<Result>): Promise<Result> {
    try {
      return await doing();
    } catch (error) {
      throw new BundleStoreError(`the bundle folder could not ${what}`, null, error);
    }
  }

  /** Only the first bundle of a month needs a folder to be made. */
  async function place(path: string, doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await doing();
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
  async function name(handle: FileHandle, unfinished: string, path: string): Promise<void> {
    try {
      await place(path, () => link(unfinished, path));
    } catch (error) {
      if (!isTaken(error)) throw error;
      await handle.sync();
      await place(path, () => rename(unfinished, path));
    }
  }

  async function write(path: string, pieces: Pieces): Promise<void> {
    const unfinished = join(work, randomUUID());
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await writeAll(handle, pieces);
      await name(handle, unfinished, path);
      await Promise.all([handle.sync(), flushFolder(dirname(path)), rm(unfinished, { force: true })]);
      await flushParents(dirname(path));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      closeAside(handle);
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
