// Runs under Node 24: unpacks the archive given first and leaves a bare Electron in the folder given second.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import extract from 'extract-zip';

const [archive, ready] = process.argv.slice(2);
const unpacked = `${ready}-unpacked`;
await extract(archive, { dir: unpacked });
const [only, ...others] = readdirSync(unpacked);
renameSync(others.length === 0 ? join(unpacked, only) : unpacked, ready);

for (const leftover of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
  rmSync(join(ready, leftover), { recursive: true, force: true });
}
const executable = join(ready, 'electron');
renameSync(
  join(
    ready,
    readdirSync(ready).find((name) => name === 'Cypress'),
  ),
  executable,
);
await flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
