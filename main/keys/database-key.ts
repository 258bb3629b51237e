import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere, writeOnce } from './key-file.ts';

const KEY_BYTES = 32;

/** The part of Electron's `safeStorage` used here. */
export interface KeyWrapper {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend?: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (wrapped: Buffer) => string;
}

export type DatabaseKey =
  /** 64 hexadecimal digits. Must not reach an argument, an environment or a log. */
  | { readonly kind: 'key'; readonly key: string; readonly keptBy: 'operating-system' | 'file' }
  /** The operating system has no key store that protects anything. */
  | { readonly kind: 'no-key-store' }
  /** There is a key and it cannot be read: another user's, another machine's, or damaged. Nothing was changed. */
  | { readonly kind: 'unreadable-key' };

/** Practice: a generated key in a plain file, mode 0600. */
export async function practiceDatabaseKey(dataFolder: string): Promise<DatabaseKey> {
  const path = join(dataFolder, 'database.key');
  if (!(await readIfThere(path))) await writeOnce(path, Buffer.from(newKey()));
  const key = (await readIfThere(path))?.toString('ascii').trim();
  return key && isKey(key) ? { kind: 'key', key, keptBy: 'file' } : { kind: 'unreadable-key' };
}

/** Production: a generated key, wrapped by the operating system's key store. Call when Electron is ready. */
export async function wrappedDatabaseKey(dataFolder: string, wrapper: KeyWrapper): Promise<DatabaseKey> {
  if (!wrapper.isEncryptionAvailable() || wrapper.getSelectedStorageBackend?.() === 'basic_text') {
    return { kind: 'no-key-store' };
  }
  const path = join(dataFolder, 'database.key.wrapped');
  if (!(await readIfThere(path))) await writeOnce(path, wrapper.encryptString(newKey()));
  const wrapped = await readIfThere(path);
  try {
    const key = wrapped && wrapper.decryptString(wrapped);
    return key && isKey(key) ? { kind: 'key', key, keptBy: 'operating-system' } : { kind: 'unreadable-key' };
  } catch {
    return { kind: 'unreadable-key' };
  }
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('hex');
}

function isKey(text: string): boolean {
  return new RegExp(`^[0-9a-f]{${KEY_BYTES * 2}}$`).test(text);
}
