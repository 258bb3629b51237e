import type { SchemaDatabase } from '../database.ts';

/** A code the office gave a station that it had enrolled before, for when central says that it was revoked. */
export function addRenewal(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE renewal (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      code TEXT NOT NULL
    ) STRICT;
  `);
}
