import type { SchemaDatabase } from '../database.ts';

/**
 * Submitted applications as they stand now. `field_values` serve a correction; the pictures live only in the sealed packet.
 * `submissions` remembers what each submit call was answered, so that a repeated call is the same call.
 */
export function addApplications(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE applications (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      tracking_code TEXT NOT NULL UNIQUE,
      service_key TEXT NOT NULL,
      masked_name TEXT NOT NULL,
      revision INTEGER NOT NULL,
      packet_id TEXT NOT NULL,
      field_values TEXT NOT NULL,
      ticket_number TEXT,
      stage_key TEXT NOT NULL,
      stage_since INTEGER NOT NULL,
      remark TEXT,
      field_remarks TEXT NOT NULL,
      returned INTEGER NOT NULL DEFAULT 0 CHECK (returned IN (0, 1)),
      submitted_at INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX applications_returned ON applications (sequence) WHERE returned = 1;

    CREATE TRIGGER applications_added AFTER INSERT ON applications BEGIN
      UPDATE counts SET value = value + 1 WHERE name = 'applications';
    END;
    CREATE TRIGGER applications_removed AFTER DELETE ON applications BEGIN
      UPDATE counts SET value = value - 1 WHERE name = 'applications';
      UPDATE counts SET value = value - old.returned WHERE name = 'returned';
    END;
    CREATE TRIGGER applications_returned_or_not AFTER UPDATE OF returned ON applications
    WHEN old.returned <> new.returned BEGIN
      UPDATE counts SET value = value + new.returned - old.returned WHERE name = 'returned';
    END;

    CREATE TABLE submissions (
      id TEXT NOT NULL PRIMARY KEY,
      application_id TEXT NOT NULL REFERENCES applications (id),
      draft_id TEXT NOT NULL UNIQUE,
      print_job_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}
