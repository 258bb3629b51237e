import type { SchemaDatabase } from '../database.ts';

/** Who this station is to central, what it pinned of central, and what central told it last. */
export function addCentral(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE station_key (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      signing_key TEXT NOT NULL
    ) STRICT;

    CREATE TABLE central_pin (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      station_id TEXT NOT NULL,
      sealing_key TEXT NOT NULL,
      signing_key TEXT NOT NULL,
      pinned_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE downlink (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      cursor TEXT NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT;
  `);
}
