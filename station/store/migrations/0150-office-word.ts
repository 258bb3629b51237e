import type { SchemaDatabase } from '../database.ts';

/** What the office decides of a kiosk: its officers, its settings, and the key it seals to for it. */
export function addOfficeWord(database: SchemaDatabase): void {
  database.execute(`
    ALTER TABLE station_key ADD COLUMN receiving_key TEXT;

    ALTER TABLE officers ADD COLUMN office_pin_hash TEXT;
    ALTER TABLE officers ADD COLUMN revoked_at INTEGER;

    ALTER TABLE sending_settings ADD COLUMN received_at INTEGER;

    CREATE TABLE office_settings (
      part TEXT NOT NULL PRIMARY KEY CHECK (part IN ('name', 'paperWidth', 'sending')),
      version INTEGER NOT NULL,
      value TEXT NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
