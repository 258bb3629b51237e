import type { SchemaDatabase } from '../database.ts';

/** Officers and what the station remembers of their wrong PINs. */
export function addAccess(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE officers (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'technician')),
      pin_hash TEXT NOT NULL,
      wrong_tries INTEGER NOT NULL DEFAULT 0,
      lockouts INTEGER NOT NULL DEFAULT 0,
      lock_left_ms INTEGER NOT NULL DEFAULT 0,
      added_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
