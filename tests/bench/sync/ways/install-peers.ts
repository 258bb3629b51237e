import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = join(import.meta.dirname, '..', 'peers');
const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const LOCK = 'package-lock.json';

/** Brings what the sync is compared with to a folder of its own, when it is not there as the lock names it. @returns the folder */
export function installPeers(log: (line: string) => void): string {
  const folder = join(root, 'node_modules', '.cache', 'anjungan', 'bench-peers');
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, LOCK);
  const same =
    existsSync(installed) && readFileSync(lock, 'utf8') === readFileSync(join(sources, LOCK), 'utf8');
  if (!same) rmSync(folder, { recursive: true, force: true });
  cpSync(sources, folder, { recursive: true });
  if (same) return folder;
  log('installing what is compared with (once)');
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('the peers could not be installed');
  return folder;
}
