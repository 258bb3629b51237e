import type { SchemaDatabase } from '../database.ts';

/**
 * What of the citizens' words central has: an item waits while its revision is above the one delivered. `refused` ones are central's to
 * refuse and wait no more. What was said before there was this table waits too.
 */
export function addFeedbackOutbox(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE feedback_outbox (
      sequence INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('rating', 'survey', 'complaint')),
      id TEXT NOT NULL,
      revision INTEGER NOT NULL DEFAULT 1,
      delivered INTEGER NOT NULL DEFAULT 0,
      refused TEXT,
      waiting INTEGER GENERATED ALWAYS AS (revision > delivered AND refused IS NULL) STORED,
      UNIQUE (kind, id)
    ) STRICT;
    CREATE INDEX feedback_waiting ON feedback_outbox (sequence) WHERE waiting = 1;

    ALTER TABLE complaints ADD COLUMN office_state TEXT;
    ALTER TABLE complaints ADD COLUMN office_answer TEXT;
    ALTER TABLE complaints ADD COLUMN office_at INTEGER;

    INSERT INTO feedback_outbox (kind, id) SELECT 'rating', id FROM ratings;
    INSERT INTO feedback_outbox (kind, id) SELECT 'survey', id FROM surveys;
    INSERT INTO feedback_outbox (kind, id, revision) SELECT 'complaint', id, 1 + answered FROM complaints;
  `);
}
