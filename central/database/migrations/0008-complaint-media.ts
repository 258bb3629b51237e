import type { Migration } from '../migrate.ts';

/** Pictures and voice notes of complaints, whose sealed bytes are in the bundle store, and which officer opened them when. */
export const complaintMedia: Migration = {
  number: 8,
  statements: [
    `CREATE TABLE complaint_media (
       station_id text NOT NULL REFERENCES stations, id uuid NOT NULL, complaint_id uuid NOT NULL,
       content_type text NOT NULL, key text NOT NULL, sha256 text NOT NULL, bundle_byte_length bigint NOT NULL,
       month integer NOT NULL, acknowledgement text, PRIMARY KEY (station_id, id))`,
    'CREATE INDEX complaint_media_of ON complaint_media (complaint_id)',
    `CREATE TABLE complaint_media_views (
       station_id text NOT NULL, media_id uuid NOT NULL, officer_name text NOT NULL, at bigint NOT NULL)`,
    'CREATE INDEX complaint_media_views_of ON complaint_media_views (station_id, media_id, at)',
  ],
};
