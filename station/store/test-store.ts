import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock } from '../clock/manual-clock.ts';
import type { Store } from './database.ts';
import type { Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { openStore } from './open.ts';

export interface TestStore extends Store {
  readonly folder: string;
  readonly key: string;
  /** Closes the file and opens it again as a restarted station does. */
  reopen(): void;
  /** Closes and deletes the folder. */
  [Symbol.dispose](): void;
}

/** A real encrypted file in a folder of its own, at the newest schema or that of the given migrations. */
export function openTestStore(migrations: readonly Migration[] = MIGRATIONS): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-store-'));
  const key = randomBytes(32).toString('hex');
  const open = () => openStore({ dataFolder: folder, key, migrations, clock: createManualClock() });
  let store = open();
  return {
    folder,
    key,
    get read() {
      return store.read;
    },
    transaction: (work) => store.transaction(work),
    close: () => store.close(),
    reopen() {
      store.close();
      store = open();
    },
    [Symbol.dispose]() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How SQLite would run a statement, one line a step: for asserting that an index is used. */
export function queryPlan(store: Store, sql: string, ...parameters: (string | number | null)[]): string {
  return store.read
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    .map((step) => step.detail)
    .join('\n');
}
