import { ensureBuild } from './build.mjs';
import { ensureDebianPackages, offerSpeechPackages } from './debian-packages.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureDisplay, hasDisplay } from './display.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { node, SetupError, say } from './project.mjs';

/** Libraries and build only: what the station and central need. */
export function prepareHeadless() {
  ensureDependencies();
  ensureBuild();
}

/**
 * Everything a window needs, and with `tests` what only tests do. Each part is skipped at once when it is there.
 * @returns {Promise<{ electron: { executable: string, runtime: string, version: string, args: string[] },
 *   environment: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function prepareWindows({ tests = false } = {}) {
  ensureDependencies();
  ensureDebianPackages({ virtualDisplay: !hasDisplay(), tests });
  offerSpeechPackages();
  const electron = await ensureElectron();
  ensureBuild();
  const display = await ensureDisplay();
  const environment = {
    ...display.environment,
    ANJUNGAN_NODE: node,
    ANJUNGAN_RUNTIME: electron.runtime,
    ANJUNGAN_ELECTRON: electron.executable,
    ANJUNGAN_ELECTRON_ARGS: JSON.stringify([...electron.args, ...rootSwitches()]),
  };
  return { electron, environment, stop: display.stop };
}

/** Chromium's sandbox refuses to start as root; only development and test machines run so. */
function rootSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Runs a command of package.json: its exit code becomes ours, a set-up failure is told in one line. */
export async function main(command) {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
