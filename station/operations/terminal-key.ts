import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const keySchema = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{64}$/);

/** The key of practice data: made once, in a file only its owner reads, the same one the shell uses. */
export function practiceKey(dataFolder: string): string {
  const path = join(dataFolder, 'database.key');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return keySchema.parse(readFileSync(path, 'utf8'));
}

/** The sealed credential systemd opened for this service. Throws when there is none. */
export function credentialKey(environment: NodeJS.ProcessEnv): string {
  const folder = z
    .string({ error: 'no CREDENTIALS_DIRECTORY: see --help' })
    .parse(environment.CREDENTIALS_DIRECTORY);
  return keySchema.parse(readFileSync(join(folder, 'database-key'), 'utf8'));
}
