import { linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const target = join(to, name);
    const kind = lstatSync(source);
    if (kind.isDirectory()) linkFolder(source, target);
    else if (kind.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

/**
 * The same Electron with another application: a folder of hard links whose `resources/app` points at it.
 * Electron finds its application beside the executable, so both start in the same way and can be compared.
 */
export function runtimeWithApplication(executable: string, application: string, folder: string): string {
  linkFolder(dirname(executable), folder);
  const app = join(folder, 'resources', 'app');
  rmSync(app, { recursive: true, force: true });
  symlinkSync(application, app);
  return join(folder, executable.slice(dirname(executable).length + 1));
}
