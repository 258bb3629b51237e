import type { SchemaDatabase } from '../database.ts';

/** What documents said of a draft's fields, as one JSON text like its values. */
export function addReadings(database: SchemaDatabase): void {
  database.execute(`ALTER TABLE drafts ADD COLUMN readings TEXT NOT NULL DEFAULT '[]'`);
}
