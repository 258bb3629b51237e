import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, SetupError, say } from './project.mjs';
import { step } from './run.mjs';

/** Installs what package-lock.json names, when node_modules was not made from this very lock. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.anjungan-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node)) return;
  say('installing the libraries named by the lockfile (about a minute, once)');
  step('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!existsSync(node)) {
    throw new SetupError(
      `no Node 24 for ${process.platform} ${process.arch} in the lockfile: Linux x64 is supported`,
    );
  }
  writeFileSync(stamp, lock);
}
