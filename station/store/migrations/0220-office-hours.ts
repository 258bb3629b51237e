import type { SchemaDatabase } from '../database.ts';

/** The office may also set when nobody is at the counter. */
export function addOfficeHours(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE next_office_settings (
      part TEXT NOT NULL PRIMARY KEY CHECK (part IN ('name', 'paperWidth', 'sending', 'unattended')),
      version INTEGER NOT NULL,
      value TEXT NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO next_office_settings SELECT part, version, value, received_at FROM office_settings;
    DROP TABLE office_settings;
    ALTER TABLE next_office_settings RENAME TO office_settings;
  `);
}
