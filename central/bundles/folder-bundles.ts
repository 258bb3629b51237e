import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type BundleStore, BundleStoreError, checkName } from './bundle-store.ts';
import { createFlushFolder } from './flush-folder.ts';

/** Beside the stations' folders; no name of a bundle begins with a dot. */
const WORK = '.work';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Bundles as files; several copies of central need a folder they all see. */
export async function openFolderBundles(root: string): Promise<BundleStore> {
  const work = join(root, WORK);
  const flushFolder = createFlushFolder();
  await mkdir(work, { recursive: true, mode: 0o700 });

  async function attempt<Result>(what: string, doing: () => Promise<Result>): Promise<Result> {
    try {
      return await doing();
    } catch (error) {
      throw new BundleStoreError(`the bundle folder could not ${what}`, null, error);
    }
  }

  /** @returns the topmost folder that had to be made for it: only the first bundle of a month needs one */
  async function moveInto(unfinished: string, path: string): Promise<string | undefined> {
    try {
      await rename(unfinished, path);
      return undefined;
    } catch (error) {
      if (!isMissing(error)) throw error;
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(unfinished, path);
      return made;
    }
  }

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const unfinished = join(work, randomUUID());
    try {
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const made = await moveInto(unfinished, path);
      await flushFolder(dirname(path));
      // A new folder is durable only once its parents say so.
      for (let folder = dirname(path); made !== undefined && folder !== root; folder = dirname(folder)) {
        await flushFolder(dirname(folder));
      }
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  return {
    async put(name, bytes) {
      const path = join(root, checkName(name));
      await attempt('keep a bundle', () => write(path, bytes));
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
