import type { Migration } from '../migrate.ts';

/**
 * The first shape. Statuses are fed to a station by `change_position`, which rises under the lock of the station's row, so that
 * positions become visible in their order whatever copy of central writes them.
 */
export const first: Migration = {
  number: 1,
  statements: [
    `CREATE TABLE central_keys (kind text PRIMARY KEY, jwk jsonb NOT NULL)`,
    `CREATE TABLE catalogs (version integer PRIMARY KEY, document jsonb NOT NULL, published_at bigint NOT NULL)`,
    `CREATE TABLE enrolment_codes (code_hash text PRIMARY KEY, used_by text)`,
    `CREATE TABLE stations (
       id text PRIMARY KEY, name text NOT NULL, signing_key jsonb NOT NULL, enrolled_at bigint NOT NULL,
       change_position bigint NOT NULL DEFAULT 0)`,
    `CREATE TABLE packets (
       packet_id uuid PRIMARY KEY, station_id text NOT NULL REFERENCES stations, counter bigint NOT NULL,
       application_id uuid NOT NULL, revision integer NOT NULL, sha256 text NOT NULL, content jsonb NOT NULL,
       bundle_byte_length bigint NOT NULL, acknowledgement text, received_at bigint NOT NULL,
       UNIQUE (station_id, counter), UNIQUE (application_id, revision))`,
    `CREATE TABLE attachments (
       packet_id uuid NOT NULL REFERENCES packets, id uuid NOT NULL, kind text NOT NULL, media_type text NOT NULL,
       sha256 text NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (packet_id, id))`,
    `CREATE TABLE applications (
       id uuid PRIMARY KEY, tracking_code text NOT NULL UNIQUE, station_id text NOT NULL REFERENCES stations,
       service_key text NOT NULL, revision integer NOT NULL, packet_id uuid NOT NULL REFERENCES packets,
       stage_key text NOT NULL, stage_since bigint NOT NULL, remark text, field_remarks jsonb NOT NULL,
       received_at bigint NOT NULL, change_position bigint NOT NULL)`,
    `CREATE INDEX applications_feed ON applications (station_id, change_position)`,
    `CREATE INDEX applications_newest ON applications (received_at DESC, id DESC)`,
    `CREATE INDEX applications_by_stage ON applications (stage_key, received_at DESC, id DESC)`,
    `CREATE TABLE officers (
       name text PRIMARY KEY, secret_hash text NOT NULL, wrong_tries integer NOT NULL DEFAULT 0,
       locked_until bigint NOT NULL DEFAULT 0)`,
    `CREATE TABLE officer_sessions (
       token_hash text PRIMARY KEY, officer_name text NOT NULL REFERENCES officers, form_token text NOT NULL,
       expires_at bigint NOT NULL)`,
  ],
};
