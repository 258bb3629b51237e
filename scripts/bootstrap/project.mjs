import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node 24 from the lockfile; the machine's own Node only sets it up. */
export const node = join(root, 'node_modules', '.bin', 'node');

/** Progress goes to stderr so that stdout belongs to the program that is started. */
export function say(line) {
  process.stderr.write(`anjungan: ${line}\n`);
}

/** A failure the person at the keyboard can act on: printed as it is, without a stack. */
export class SetupError extends Error {}
