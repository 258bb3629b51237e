import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, say } from './project.mjs';
import { answer, step } from './run.mjs';

const sources = [
  'contract',
  'renderer',
  'preload',
  'main',
  'station',
  'drivers',
  'central',
  'scripts',
  'package-lock.json',
];

function addToHash(hash, path) {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (!kind) return;
  if (kind.isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
  } else if (!path.endsWith('.test.ts') && !path.endsWith('.test.tsx')) {
    hash.update(`${path}\0${kind.size}\0${kind.mtimeMs}\n`);
  }
}

/** Builds `dist/` when a source is not as it was at the last build. */
export function ensureBuild() {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, join(root, source));
  // A build made without the speech synthesiser is made again once it is there.
  hash.update(answer('espeak-ng', ['--version']) ?? 'no speech');
  const now = hash.digest('hex');
  const stamp = join(root, 'dist', '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  say('building');
  step(node, [join(root, 'scripts', 'build.ts')]);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}
