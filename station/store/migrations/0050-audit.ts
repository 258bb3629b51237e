import type { SchemaDatabase } from '../database.ts';

/** The audit chain: only ever added to. No column may hold personal data of a citizen. */
export function addAudit(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE audit_entries (
      sequence INTEGER PRIMARY KEY,
      wall_clock INTEGER NOT NULL,
      elapsed INTEGER NOT NULL,
      face TEXT,
      officer_id TEXT,
      action TEXT NOT NULL,
      subject_id TEXT,
      outcome TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries BEGIN
      SELECT RAISE(ABORT, 'audit entries are never deleted');
    END;
    CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries BEGIN
      SELECT RAISE(ABORT, 'audit entries are never changed');
    END;
  `);
}
