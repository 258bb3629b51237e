import type { SchemaDatabase } from '../database.ts';

/** Every catalog version received, because a draft is judged by the version it began with. */
export function addCatalogs(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE catalogs (
      version INTEGER NOT NULL PRIMARY KEY,
      content TEXT NOT NULL,
      received_at INTEGER
    ) STRICT;
  `);
}
