import type { SchemaDatabase } from '../database.ts';

/** Files that were written for a USB drive, and which of them central has answered. */
export function addCarriedFiles(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE carried_files (
      number INTEGER PRIMARY KEY,
      drawn_at INTEGER NOT NULL,
      packets INTEGER,
      saved_at INTEGER,
      replied_at INTEGER
    ) STRICT;
    CREATE INDEX carried_files_saved ON carried_files (number) WHERE saved_at IS NOT NULL;
    CREATE INDEX carried_files_replied ON carried_files (number) WHERE replied_at IS NOT NULL;
  `);
}
