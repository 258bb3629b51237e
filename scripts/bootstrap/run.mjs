import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { root, SetupError } from './project.mjs';

/** Runs a set-up step with its output on stderr; throws when it fails. */
export function step(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.error) throw new SetupError(`${command} could not be started: ${done.error.message}`);
  if (done.status !== 0)
    throw new SetupError(`${command} ${args.join(' ')} ended with ${done.status ?? done.signal}`);
}

/** What a command prints, or null when it fails or does not exist. */
export function answer(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? done.stdout : null;
}

/** Runs the real program with this terminal, passes signals on, and resolves with its exit code. */
export function handOver(command, args, environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
