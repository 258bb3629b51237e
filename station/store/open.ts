import { accessSync, constants, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Clock } from '../clock/clock.ts';
import { BUNDLES_FOLDER } from './bundles/bundle-files.ts';
import { createStore } from './create-store.ts';
import type { Store } from './database.ts';
import { judgeKey, keepKeyCheck } from './key-check.ts';
import { type Migration, migrate } from './migrate.ts';
import { StoreOpenError, sqliteCode } from './store-error.ts';

export const DATABASE_FILE = 'anjungan.db';
const KEY_CHECK_FILE = 'anjungan.key-check';

/** A second station gives up after this; long enough for one that is just closing. */
const BUSY_TIMEOUT_MILLISECONDS = 1_000;
/** Measured best for registrations with pictures; a document of 4 kB still fits one page. */
const PAGE_BYTES = 16_384;
/** 64 MB of log: an afternoon of registrations without the pause of a checkpoint. */
const CHECKPOINT_PAGES = 4_096;

export interface StoreOptions {
  readonly dataFolder: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
}

/**
 * Opens, or makes, the encrypted database of a data folder. Throws `StoreOpenError`. A wrong key changes nothing; a damaged
 * file is renamed to `anjungan.db.damaged-<instant>` and never deleted.
 */
export function openStore(options: StoreOptions): Store {
  const path = join(options.dataFolder, DATABASE_FILE);
  const checkPath = join(options.dataFolder, KEY_CHECK_FILE);
  prepareFolder(options.dataFolder);
  const judgement = judgeKey(checkPath, options.key);
  if (judgement === 'wrong') throw new StoreOpenError('wrong-key');
  if (judgement === 'unknown' && !existsSync(path)) keepKeyCheck(checkPath, options.key);
  const connection = new Sqlite(path, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    unlock(connection, options.key);
    const store = createStore(connection);
    migrate(store, options.migrations);
    return store;
  } catch (error) {
    connection.close();
    const failure = openFailure(error, judgement === 'unknown');
    if (failure.kind === 'corrupt-database') setAside(path, options.clock.now());
    throw failure;
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreOpenError('folder-not-writable', error);
  }
}

/**
 * The cipher comes before the key, and the key before anything that reads a page. The exclusive lock is the station's
 * claim on the folder: the system drops it when the process dies, and no shared-memory file is needed.
 */
function unlock(connection: Sqlite.Database, key: string): void {
  connection.pragma("cipher = 'aegis'");
  if (connection.pragma('cipher', { simple: true }) !== 'aegis')
    throw new Error('this build of SQLite has no AEGIS cipher');
  connection.pragma(`key = "x'${key}'"`);
  connection.pragma(`page_size = ${PAGE_BYTES}`);
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  connection.pragma(`journal_size_limit = ${CHECKPOINT_PAGES * PAGE_BYTES}`);
  connection.pragma('temp_store = MEMORY');
  // What is deleted is gone, also for who has the key later.
  connection.pragma('secure_delete = ON');
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DamagedError();
}

class DamagedError extends Error {}

function openFailure(error: unknown, keyUnknown: boolean): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  if (error instanceof DamagedError) return new StoreOpenError('corrupt-database', error);
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = sqliteCode(cause) ?? '';
  if (code.startsWith('SQLITE_BUSY')) return new StoreOpenError('already-running', cause);
  if (code === 'SQLITE_FULL') return new StoreOpenError('storage-full', cause);
  if (code === 'SQLITE_NOTADB')
    return new StoreOpenError(keyUnknown ? 'wrong-key' : 'corrupt-database', cause);
  if (code.startsWith('SQLITE_CORRUPT')) return new StoreOpenError('corrupt-database', cause);
  return new StoreOpenError('unexpected', cause);
}

function setAside(path: string, at: number): void {
  for (const ending of ['', '-wal'])
    if (existsSync(path + ending)) renameSync(path + ending, `${path}.damaged-${at}${ending}`);
  // A new database knows none of them and would have them deleted.
  const bundles = join(dirname(path), BUNDLES_FOLDER);
  if (existsSync(bundles)) renameSync(bundles, `${bundles}.damaged-${at}`);
}
