import type { SchemaDatabase } from '../database.ts';

/** The print ledger: one row a paper, with what it takes to print it again. */
export function addPrintJobs(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE print_jobs (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'receipt', 'test')),
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
    CREATE INDEX print_jobs_state ON print_jobs (state, sequence);
  `);
}
