import type { SchemaDatabase } from '../database.ts';

/** When the line may be used and for how much, and what has been sent on each of the last days. */
export function addSending(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE sending_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      daily_bytes INTEGER CHECK (daily_bytes > 0),
      monthly_bytes INTEGER CHECK (monthly_bytes > 0),
      quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
      quiet_until INTEGER CHECK (quiet_until BETWEEN 0 AND 1439),
      set_at INTEGER NOT NULL,
      CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
    ) STRICT;

    CREATE TABLE sent_bytes (
      day TEXT NOT NULL PRIMARY KEY,
      bytes INTEGER NOT NULL CHECK (bytes >= 0)
    ) STRICT, WITHOUT ROWID;
  `);
}
