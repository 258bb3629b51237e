import type { SchemaDatabase } from '../database.ts';

/**
 * That central said it takes nothing of this station any more; no row where it did not. `carried` is the number of the newest file that
 * had been drawn for a USB drive by then: a reply to it, or to an older one, may have been made before.
 */
export function addRevocation(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE revocation (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      told_at INTEGER NOT NULL,
      carried INTEGER NOT NULL
    ) STRICT;
  `);
}
