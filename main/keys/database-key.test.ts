import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type KeyWrapper, practiceDatabaseKey, wrappedDatabaseKey } from './database-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anjungan-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Wraps by turning bits over, and refuses what it did not wrap. */
const wrapper: KeyWrapper = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(`v11${text}`).map((byte) => byte ^ 0xff) as Buffer,
  decryptString(wrapped) {
    const text = Buffer.from(wrapped.map((byte) => byte ^ 0xff)).toString();
    if (!text.startsWith('v11')) throw new Error('not ours');
    return text.slice(3);
  },
};

test('a practice key is made once, for its owner only, and kept', async () => {
  const first = await practiceDatabaseKey(join(folder, 'new'));
  expect(first).toMatchObject({ kind: 'key', keptBy: 'file', key: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await practiceDatabaseKey(join(folder, 'new'))).toEqual(first);
  expect((await stat(join(folder, 'new', 'database.key'))).mode & 0o777).toBe(0o600);
});

test('two starts at once agree on one key', async () => {
  const keys = await Promise.all([1, 2, 3, 4].map(() => practiceDatabaseKey(folder)));
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(1);
});

test('a damaged key file is reported and left as it is', async () => {
  await writeFile(join(folder, 'database.key'), 'half a k');
  expect(await practiceDatabaseKey(folder)).toEqual({ kind: 'unreadable-key' });
  expect(await readFile(join(folder, 'database.key'), 'utf8')).toBe('half a k');
});

test('a wrapped key is kept, and never plain', async () => {
  const first = await wrappedDatabaseKey(folder, wrapper);
  expect(first).toMatchObject({ kind: 'key', keptBy: 'operating-system' });
  expect(await wrappedDatabaseKey(folder, wrapper)).toEqual(first);
  const onDisk = await readFile(join(folder, 'database.key.wrapped'), 'latin1');
  expect(first.kind === 'key' && onDisk.includes(first.key)).toBe(false);
});

test('a key store that protects nothing is refused', async () => {
  const basic = { ...wrapper, getSelectedStorageBackend: () => 'basic_text' };
  expect(await wrappedDatabaseKey(folder, basic)).toEqual({ kind: 'no-key-store' });
  const none = { ...wrapper, isEncryptionAvailable: () => false };
  expect(await wrappedDatabaseKey(folder, none)).toEqual({ kind: 'no-key-store' });
});

test('a key wrapped elsewhere is reported and left as it is', async () => {
  await writeFile(join(folder, 'database.key.wrapped'), 'from another machine');
  await chmod(join(folder, 'database.key.wrapped'), 0o600);
  expect(await wrappedDatabaseKey(folder, wrapper)).toEqual({ kind: 'unreadable-key' });
  expect(await readFile(join(folder, 'database.key.wrapped'), 'utf8')).toBe('from another machine');
});
