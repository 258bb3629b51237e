import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

/** Says nothing of a random 256-bit key, but tells whether a key is the one the folder was made with. */
function checkValue(key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('anjungan database key check').digest();
}

/** `unknown` when the folder has no check yet. */
export function judgeKey(path: string, key: string): 'right' | 'wrong' | 'unknown' {
  if (!existsSync(path)) return 'unknown';
  const kept = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  const expected = checkValue(key);
  return kept.length === expected.length && timingSafeEqual(kept, expected) ? 'right' : 'wrong';
}

/** Written whole or not at all. */
export function keepKeyCheck(path: string, key: string): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, `${checkValue(key).toString('hex')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
