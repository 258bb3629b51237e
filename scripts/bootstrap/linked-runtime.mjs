import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error;
    copyFileSync(source, target);
  }
}

function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const target = join(to, name);
    const kind = lstatSync(source);
    if (kind.isDirectory()) linkFolder(source, target);
    else if (kind.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

/**
 * A runtime of this checkout's own: hard links to the shared files, and `resources/app` pointing at this checkout,
 * because that runtime has no default application that would take a path.
 * @returns {string} the executable
 */
export function linkRuntime(shared, unreachableMark) {
  const cache = dirname(unreachableMark);
  const place = join(cache, 'electron');
  if (!existsSync(place)) {
    const work = join(cache, `.electron-${randomUUID()}`);
    linkFolder(shared, work);
    symlinkSync(root, join(work, 'resources', 'app'));
    try {
      renameSync(work, place);
    } catch (error) {
      rmSync(work, { recursive: true, force: true });
      if (!existsSync(place)) throw error;
    }
  }
  writeFileSync(unreachableMark, '');
  return join(place, 'electron');
}
