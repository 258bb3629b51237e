import type { Migration } from '../migrate.ts';

/** What citizens said at the kiosks, once each, and how far the office is with a complaint. */
export const feedback: Migration = {
  number: 7,
  statements: [
    `CREATE TABLE ratings (
       station_id text NOT NULL REFERENCES stations, id uuid NOT NULL, month text NOT NULL,
       score smallint NOT NULL CHECK (score BETWEEN 1 AND 4), PRIMARY KEY (station_id, id))`,
    'CREATE INDEX ratings_of_month ON ratings (month, score)',
    `CREATE TABLE surveys (
       station_id text NOT NULL REFERENCES stations, id uuid NOT NULL, month text NOT NULL, answers jsonb NOT NULL,
       PRIMARY KEY (station_id, id))`,
    'CREATE INDEX surveys_of_month ON surveys (month)',
    `CREATE TABLE complaints (
       station_id text NOT NULL REFERENCES stations, id uuid NOT NULL, revision integer NOT NULL, code text NOT NULL,
       kind text NOT NULL CHECK (kind IN ('complaint', 'suggestion')), text text NOT NULL, sent_at bigint NOT NULL,
       village_answer text, village_answered_at bigint, received_at bigint NOT NULL,
       state text NOT NULL CHECK (state IN ('received', 'in-progress', 'answered')), answer text, state_at bigint NOT NULL,
       officer_name text, change_position bigint NOT NULL, PRIMARY KEY (station_id, id))`,
    'CREATE INDEX complaints_feed ON complaints (station_id, change_position)',
    'CREATE INDEX complaints_newest ON complaints (sent_at DESC)',
  ],
};
