import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import type { ShellOptions } from './options.ts';

/**
 * Makes the data folder and gives Electron its own place in it, so that the single-instance lock is one per data
 * folder. Must be called before Electron is ready.
 * @returns absolute path of the data folder
 * @throws the system's error when the folder cannot be made
 */
export function claimDataFolder(options: ShellOptions): string {
  const standard = join(app.getPath('userData'), options.mode === 'practice' ? 'practice' : 'station');
  const dataFolder = options.dataFolder === null ? standard : resolve(options.dataFolder);
  const shellFolder = join(dataFolder, 'shell');
  mkdirSync(shellFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', shellFolder);
  return dataFolder;
}
