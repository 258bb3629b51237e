import type { SchemaDatabase } from '../database.ts';

/**
 * Tickets that are called, held and transferred. The kind of priority was not asked before: such a ticket keeps its place
 * under the commonest kind. `place` orders by coming; a skip moves it back, and who was skipped is
 * not called ahead of others any more. `lane` is 1 for whoever may be called earlier.
 * `queue_counts` is kept by triggers, so that a full hall costs no more than an empty one.
 * `queue_scopes` remembers how often the oldest was passed over, per group and for all of them (`*`).
 * `queue_calls` is what was called out, for the display.
 */
export function addQueueCalls(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE queue_tickets (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number TEXT NOT NULL,
      service_key TEXT NOT NULL,
      letter TEXT NOT NULL,
      day TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'held', 'serving', 'finished', 'no-show')),
      priority TEXT NOT NULL CHECK (priority IN ('none', 'elderly', 'disability', 'pregnant', 'small-child')),
      people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 12),
      appointment_at INTEGER,
      counter INTEGER,
      calls INTEGER NOT NULL DEFAULT 0,
      called_at INTEGER,
      draft_id TEXT,
      print_job_id TEXT NOT NULL,
      issued_at INTEGER NOT NULL,
      closed_at INTEGER,
      measured_ms INTEGER,
      place INTEGER NOT NULL,
      skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1)),
      lane INTEGER NOT NULL GENERATED ALWAYS AS (priority <> 'none' AND skipped = 0) STORED,
      serving_rank INTEGER GENERATED ALWAYS AS (
        CASE state WHEN 'serving' THEN 0 WHEN 'called' THEN 0
          WHEN 'waiting' THEN 2 - (priority <> 'none' AND skipped = 0) WHEN 'held' THEN 3 END
      ) STORED,
      UNIQUE (day, number)
    ) STRICT;

    INSERT INTO queue_tickets (sequence, id, number, service_key, letter, day, state, priority, people, draft_id,
      print_job_id, issued_at, place)
    SELECT sequence, id, number, service_key, substr(number, 1, 1), day, state,
      CASE priority WHEN 1 THEN 'elderly' ELSE 'none' END, 1, draft_id, print_job_id, issued_at, sequence * 1024
    FROM tickets;
    DROP TABLE tickets;
    ALTER TABLE queue_tickets RENAME TO tickets;

    CREATE INDEX tickets_open ON tickets (day, serving_rank, place, sequence) WHERE serving_rank IS NOT NULL;
    CREATE INDEX tickets_waiting ON tickets (day, place, sequence) WHERE state = 'waiting';
    CREATE INDEX tickets_waiting_group ON tickets (day, letter, place, sequence) WHERE state = 'waiting';
    CREATE INDEX tickets_ahead ON tickets (day, place, sequence) WHERE state = 'waiting' AND lane = 1;
    CREATE INDEX tickets_ahead_group ON tickets (day, letter, place, sequence) WHERE state = 'waiting' AND lane = 1;
    CREATE INDEX tickets_appointments ON tickets (day, appointment_at, sequence)
      WHERE state = 'waiting' AND appointment_at IS NOT NULL AND skipped = 0;
    CREATE INDEX tickets_at_counter ON tickets (day, called_at, sequence) WHERE state IN ('called', 'serving');
    CREATE INDEX tickets_held ON tickets (day, place, sequence) WHERE state = 'held';
    CREATE INDEX tickets_missed ON tickets (day, closed_at) WHERE state = 'no-show';
    CREATE INDEX tickets_measured ON tickets (letter, closed_at) WHERE measured_ms IS NOT NULL;

    CREATE TABLE queue_counts (
      day TEXT NOT NULL,
      letter TEXT NOT NULL,
      state TEXT NOT NULL,
      lane INTEGER NOT NULL,
      tickets INTEGER NOT NULL,
      people INTEGER NOT NULL,
      PRIMARY KEY (day, letter, state, lane)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO queue_counts
    SELECT day, letter, state, lane, count(*), sum(people) FROM tickets GROUP BY day, letter, state, lane;

    CREATE TRIGGER tickets_added AFTER INSERT ON tickets BEGIN
      INSERT INTO queue_counts VALUES (new.day, new.letter, new.state, new.lane, 1, new.people)
      ON CONFLICT DO UPDATE SET tickets = tickets + 1, people = people + excluded.people;
    END;
    CREATE TRIGGER tickets_moved AFTER UPDATE OF state, letter, skipped ON tickets
    WHEN old.state <> new.state OR old.letter <> new.letter OR old.lane <> new.lane BEGIN
      UPDATE queue_counts SET tickets = tickets - 1, people = people - old.people
      WHERE day = old.day AND letter = old.letter AND state = old.state AND lane = old.lane;
      INSERT INTO queue_counts VALUES (new.day, new.letter, new.state, new.lane, 1, new.people)
      ON CONFLICT DO UPDATE SET tickets = tickets + 1, people = people + excluded.people;
    END;

    CREATE TABLE queue_scopes (
      day TEXT NOT NULL,
      scope TEXT NOT NULL,
      passed_over INTEGER NOT NULL,
      PRIMARY KEY (day, scope)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE queue_calls (
      sequence INTEGER PRIMARY KEY,
      day TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      number TEXT NOT NULL,
      counter INTEGER NOT NULL,
      called_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX queue_calls_day ON queue_calls (day, sequence);
  `);
}
