import type { OpenedStore } from './create-store.ts';
import type { SchemaDatabase } from './database.ts';
import { StoreOpenError } from './store-error.ts';

/** One numbered step of the schema. Never changed once released; a later step follows instead. */
export interface Migration {
  /** Multiples of ten leave room for a step between two that were written side by side. */
  readonly version: number;
  readonly apply: (database: SchemaDatabase) => void;
}

/**
 * Brings the file to the newest version, each step and its number in one transaction.
 * Throws `StoreOpenError` `newer-database` when the file was written by a newer station.
 */
export function migrate(store: OpenedStore, migrations: readonly Migration[]): void {
  expectMonotonic(migrations);
  const current = userVersion(store);
  if (current > (migrations.at(-1)?.version ?? 0)) throw new StoreOpenError('newer-database');
  for (const migration of migrations) {
    if (migration.version <= current) continue;
    store.transaction(() => {
      migration.apply(store.schema);
      store.schema.execute(`PRAGMA user_version = ${migration.version}`);
    });
  }
}

export function userVersion(store: OpenedStore): number {
  return store.schema.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

function expectMonotonic(migrations: readonly Migration[]): void {
  migrations.reduce((previous, { version }) => {
    if (!Number.isInteger(version) || version <= previous)
      throw new RangeError(`migration ${version} must be an integer above ${previous}`);
    return version;
  }, 0);
}
