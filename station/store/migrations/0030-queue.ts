import type { SchemaDatabase } from '../database.ts';

/**
 * Queue tickets, and the last number given for a letter on a day. `serving_rank` orders whom to call: being served, then
 * priority, then by coming; null once the citizen has left.
 */
export function addQueue(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE queue_numbers (
      day TEXT NOT NULL,
      letter TEXT NOT NULL,
      last_number INTEGER NOT NULL,
      PRIMARY KEY (day, letter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tickets (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number TEXT NOT NULL,
      service_key TEXT NOT NULL,
      day TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'serving', 'finished', 'no-show')),
      priority INTEGER NOT NULL CHECK (priority IN (0, 1)),
      draft_id TEXT,
      print_job_id TEXT NOT NULL,
      issued_at INTEGER NOT NULL,
      serving_rank INTEGER GENERATED ALWAYS AS (
        CASE state WHEN 'serving' THEN 0 WHEN 'waiting' THEN 2 - priority END
      ) STORED,
      UNIQUE (day, number)
    ) STRICT;

    CREATE INDEX tickets_open ON tickets (day, serving_rank, sequence);
    CREATE INDEX tickets_states ON tickets (day, state);
  `);
}
