import type { SchemaDatabase } from '../database.ts';

/** Where bundles lie that are in files beside the database. Those that are in it already stay there until they are delivered. */
export function addBundlePlaces(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE packet_bundle_places (
      packet_id TEXT NOT NULL PRIMARY KEY REFERENCES packets (packet_id) ON DELETE CASCADE,
      segment INTEGER NOT NULL,
      start INTEGER NOT NULL,
      byte_length INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX packet_bundle_places_segment ON packet_bundle_places (segment);
  `);
}
