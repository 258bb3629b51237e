import type { Migration } from '../migrate.ts';

/** Files that came by hand and what was answered, so that the same file again gets the same answer. */
export const carriedFiles: Migration = {
  number: 4,
  statements: [
    `CREATE TABLE carried_files (
       station_id text NOT NULL REFERENCES stations, number bigint NOT NULL, head_sha256 text NOT NULL,
       made_at bigint NOT NULL, received_at bigint NOT NULL, acknowledged integer NOT NULL, rejected integer NOT NULL,
       reply bytea NOT NULL, PRIMARY KEY (station_id, number))`,
    'CREATE INDEX carried_files_newest ON carried_files (received_at)',
  ],
};
