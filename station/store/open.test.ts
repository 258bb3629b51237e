import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { BUNDLES_FOLDER, openBundleFiles } from './bundles/bundle-files.ts';
import type { Migration } from './migrate.ts';
import { DATABASE_FILE, openStore } from './open.ts';
import { StoreError, StoreOpenError } from './store-error.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const words: Migration = {
  version: 10,
  apply: (database) => database.execute('CREATE TABLE words (word TEXT NOT NULL UNIQUE) STRICT'),
};

function wordStore(): TestStore {
  const store = openTestStore([words]);
  onTestFinished(() => store[Symbol.dispose]());
  store.transaction((database) => database.run('INSERT INTO words VALUES (?)', 'Rahasia'));
  return store;
}

function opening(store: TestStore, change: { key?: string; migrations?: Migration[] } = {}) {
  return () =>
    openStore({
      dataFolder: store.folder,
      key: store.key,
      migrations: [words],
      clock: createManualClock(77),
      ...change,
    });
}

const refusal = (kind: string) => expect.objectContaining({ constructor: StoreOpenError, kind });

test('what was committed is there after reopening, and unreadable on disk', () => {
  const store = wordStore();
  store.reopen();
  expect(store.read.all('SELECT word FROM words')).toEqual([{ word: 'Rahasia' }]);
  store.close();
  for (const file of readdirSync(store.folder))
    expect(readFileSync(join(store.folder, file)).includes('Rahasia')).toBe(false);
  store.reopen();
});

test('runs in WAL with full synchronisation and foreign keys', () => {
  const store = wordStore();
  const setting = (name: string) =>
    store.transaction((database) => Object.values(database.get<object>(`PRAGMA ${name}`) ?? {})[0]);
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'page_size'].map(setting)).toEqual([
    'wal',
    2,
    1,
    16_384,
  ]);
});

test('a wrong key is refused and touches nothing, with or without the key check', () => {
  const store = wordStore();
  store.close();
  const before = readdirSync(store.folder);
  expect(opening(store, { key: 'ab'.repeat(32) })).toThrow(refusal('wrong-key'));
  expect(readdirSync(store.folder)).toEqual(before);
  rmSync(join(store.folder, 'anjungan.key-check'));
  expect(opening(store, { key: 'ab'.repeat(32) })).toThrow(refusal('wrong-key'));
  store.reopen();
  expect(store.read.all('SELECT word FROM words')).toHaveLength(1);
});

test('a damaged file is set aside with the bundles it knows, never deleted', async () => {
  const store = wordStore();
  await openBundleFiles(store.folder).append([Buffer.from('bundle')]);
  store.close();
  const file = openSync(join(store.folder, DATABASE_FILE), 'r+');
  writeSync(file, Buffer.alloc(64, 1), 0, 64, 600);
  closeSync(file);
  expect(opening(store)).toThrow(refusal('corrupt-database'));
  expect(readdirSync(store.folder)).toContain(`${DATABASE_FILE}.damaged-77`);
  expect(readdirSync(store.folder)).not.toContain(DATABASE_FILE);
  expect(readdirSync(store.folder)).not.toContain(BUNDLES_FOLDER);
  expect(readdirSync(join(store.folder, `${BUNDLES_FOLDER}.damaged-77`))).toHaveLength(1);
  store.reopen();
});

test('two stations never share a folder', () => {
  const store = wordStore();
  expect(opening(store)).toThrow(refusal('already-running'));
});

test('a file from a newer station is refused', () => {
  const store = wordStore();
  store.close();
  expect(opening(store, { migrations: [{ ...words, version: 5 }] })).toThrow(refusal('newer-database'));
  store.reopen();
});

test('a migration that fails leaves the version before it', () => {
  const store = wordStore();
  store.close();
  const broken: Migration = {
    version: 20,
    apply(database) {
      database.execute('CREATE TABLE half (a TEXT) STRICT');
      throw new RangeError('stop');
    },
  };
  expect(opening(store, { migrations: [words, broken] })).toThrow(refusal('unexpected'));
  store.reopen();
  expect(store.read.all("SELECT 1 FROM sqlite_master WHERE name = 'half'")).toEqual([]);
});

test('migrations out of order are refused', () => {
  expect(() => openTestStore([words, words])).toThrow(refusal('unexpected'));
});

test('a transaction changes everything or nothing, and never waits', () => {
  const store = wordStore();
  const insert = (word: string) =>
    store.transaction((database) => {
      database.run('INSERT INTO words VALUES (?)', word);
      if (word === 'Gagal') throw new RangeError('stop');
    });
  expect(() => insert('Gagal')).toThrow(RangeError);
  expect(() => insert('Rahasia')).toThrow(
    expect.objectContaining({ constructor: StoreError, kind: 'storage-failed' }),
  );
  expect(() => store.transaction(async () => 1)).toThrow(TypeError);
  expect(() => store.transaction(() => store.transaction(() => 1))).toThrow(TypeError);
  insert('Berhasil');
  expect(store.read.all('SELECT word FROM words')).toHaveLength(2);
});

test('a read cannot write', () => {
  expect(() => wordStore().read.get('DELETE FROM words')).toThrow(TypeError);
});
