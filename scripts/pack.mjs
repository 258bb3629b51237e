import { dirname } from 'node:path';
import { main, prepareHeadless } from './bootstrap/bootstrap.mjs';
import { ensureElectron } from './bootstrap/electron-runtime.mjs';
import { node, SetupError, say } from './bootstrap/project.mjs';
import { ensureRegistryRuntime } from './bootstrap/registry-runtime.mjs';
import { handOver } from './bootstrap/run.mjs';

/** Packs into a folder for a look on the development runtime; never handed out. */
const TRIAL = '--trial';

await main(async (args) => {
  prepareHeadless();
  const electron = await ensureElectron();
  const trial = args.includes(TRIAL);
  if (electron.runtime !== 'official' && !trial) {
    throw new SetupError(
      `a release is packed with the official Electron alone; ${TRIAL} packs a folder that is for this machine only`,
    );
  }
  // The runtime of this checkout points back into it; the shared copy does not.
  const runtime =
    trial && electron.runtime === 'registry' ? await ensureRegistryRuntime() : dirname(electron.executable);
  say(`packing with Electron ${electron.version} (${electron.runtime})`);
  return await handOver(node, [
    'node_modules/electron-builder/cli.js',
    '--linux',
    'dir',
    '--publish',
    'never',
    `--config.electronDist=${runtime}`,
    `--config.electronVersion=${electron.version}`,
    ...args.filter((argument) => argument !== TRIAL),
  ]);
});
