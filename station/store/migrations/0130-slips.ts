import type { SchemaDatabase } from '../database.ts';

/** Papers a citizen takes home from the touchscreen join the print ledger. SQLite cannot widen a CHECK in place. */
export function addSlips(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE wider_print_jobs (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'receipt', 'test', 'slip')),
      subject_id TEXT NOT NULL,
      label TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'uncertain', 'not-printed')),
      problem TEXT,
      copy INTEGER NOT NULL,
      reprint_reason TEXT,
      created_at INTEGER NOT NULL,
      finished_at INTEGER,
      paper TEXT NOT NULL,
      UNIQUE (subject_id, kind, copy)
    ) STRICT;
    INSERT INTO wider_print_jobs (sequence, id, kind, subject_id, label, state, problem, copy, reprint_reason,
      created_at, finished_at, paper)
    SELECT sequence, id, kind, subject_id, label, state, problem, copy, reprint_reason, created_at, finished_at, paper
    FROM print_jobs;
    DROP TABLE print_jobs;
    ALTER TABLE wider_print_jobs RENAME TO print_jobs;
    CREATE INDEX print_jobs_state ON print_jobs (state, sequence);
  `);
}
