import { existsSync } from 'node:fs';
import { SetupError, say } from './project.mjs';
import { answer, step } from './run.mjs';

/** What Electron's window, sound and key store need; the `t64` names are those of Debian 13. */
const forElectron = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
];
/** A display where there is none. */
const forVirtualDisplay = [['xvfb'], ['xauth']];
/** The real server that central's tests start and stop themselves. */
const forTests = [['postgresql']];

function isInstalled(name) {
  return (answer('dpkg-query', ['-s', name]) ?? '').includes('install ok installed');
}

function isAvailable(name) {
  return /Candidate: (?!\(none\))/.test(answer('apt-cache', ['policy', name]) ?? '');
}

/** Installs missing Debian packages where it may; otherwise names them in one command to copy. */
export function ensureDebianPackages({ virtualDisplay, tests = false }) {
  if (process.platform !== 'linux') return;
  const wanted = [...forElectron, ...(virtualDisplay ? forVirtualDisplay : []), ...(tests ? forTests : [])];
  if (!isDebian()) {
    say(
      `not a Debian system: please see to it that these are there: ${wanted.map(([name]) => name).join(' ')}`,
    );
    return;
  }
  installMissing(wanted);
}

/** Speaks the build's clips. Nothing else needs it, so a machine where it cannot be installed builds without. */
const forSpeech = [['espeak-ng']];

/** Installs the speech synthesiser where it is missing and may be installed; otherwise says what then is silent. */
export function offerSpeechPackages() {
  if (answer('espeak-ng', ['--version']) !== null) return;
  try {
    if (isDebian() && mayInstall()) return installMissing(forSpeech);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
  }
  say('espeak-ng is not installed: numbers are called with a chime and without words');
}

export function isDebian() {
  return existsSync('/usr/bin/dpkg-query');
}

/**
 * Installs those Debian packages that are not there, each given as its names in several releases.
 * Throws a `SetupError` with the command to run where installing is not allowed.
 */
export function installMissing(wanted) {
  const missing = wanted.filter((names) => !names.some(isInstalled));
  if (missing.length === 0) return;
  const first = missing.map(([name]) => name).join(' ');
  if (!mayInstall()) {
    throw new SetupError(
      `Debian packages are missing. Please run:\n  sudo apt-get update && sudo apt-get install -y ${first}`,
    );
  }
  say(`installing Debian packages: ${first}`);
  refreshPackageLists();
  apt(
    'install',
    '-y',
    '--no-install-recommends',
    ...missing.map((names) => names.find(isAvailable) ?? names[0]),
  );
}

export function refreshPackageLists() {
  apt('update');
}

export function mayInstall() {
  return process.getuid?.() === 0 || answer('sudo', ['-n', 'true']) !== null;
}

function apt(...args) {
  const administrator = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [
    ...administrator,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    ...args,
  ];
  step(command, rest);
}
