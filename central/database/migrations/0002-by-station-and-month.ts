import type { Queries } from '../database.ts';
import type { Migration } from '../migrate.ts';
import { createMonth, monthOf } from '../months.ts';

/** Partitions by station: enough that one node's maintenance works on small tables; more nodes are Citus' matter. */
const STATION_PARTITIONS = 8;

function byStation(table: string): string[] {
  return Array.from(
    { length: STATION_PARTITIONS },
    (_, place) =>
      `CREATE TABLE ${table}_${place} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${STATION_PARTITIONS}, REMAINDER ${place})`,
  );
}

async function createFoundMonths(queries: Queries): Promise<void> {
  const rows = await queries.query(
    'SELECT received_at FROM first_packets UNION SELECT stage_since FROM first_applications',
  );
  const months = new Set(rows.map((row) => monthOf(Number(Object.values(row)[0]))));
  for (const month of months) await createMonth(queries, month);
}

/** `monthOf` in SQL, of a column that holds milliseconds. */
function monthIn(column: string): string {
  return `to_char(to_timestamp(${column} / 1000.0) AT TIME ZONE 'UTC', 'YYYYMM')::integer`;
}

/**
 * Partitioned by station and month. What is looked up or changed (`packet_receipts`, `applications`) is partitioned by
 * station; what only grows (`packets`, `stage_events`, `station_contacts`) by month, so that an old month is detached, not deleted.
 *
 * It can be distributed with Citus as it stands: every table that belongs to a station has `station_id`, every unique key
 * of such a table begins with it, and they refer to each other by keys that hold it. Citus distributes tables
 * partitioned at one level only, hence not both levels in one table. `directory` holds the two names that must be unique over all
 * stations and is distributed by its own key; the rest are reference tables. docs/central.md has the commands.
 *
 * Pictures that came before bundles had a store of their own stay where they are, in `early_attachments`.
 */
export const byStationAndMonth: Migration = {
  number: 2,
  statements: [
    'ALTER TABLE packets RENAME TO first_packets',
    'ALTER TABLE applications RENAME TO first_applications',
    'DROP INDEX applications_feed, applications_newest, applications_by_stage',
    'ALTER INDEX packets_pkey RENAME TO first_packets_pkey',
    'ALTER INDEX applications_pkey RENAME TO first_applications_pkey',
    'ALTER TABLE attachments RENAME TO early_attachments',
    'ALTER TABLE early_attachments DROP CONSTRAINT attachments_packet_id_fkey',
    `CREATE TABLE station_feeds (
       station_id text PRIMARY KEY REFERENCES stations, position bigint NOT NULL DEFAULT 0, last_contact_at bigint)`,
    `INSERT INTO station_feeds (station_id, position) SELECT id, change_position FROM stations`,
    'ALTER TABLE stations DROP COLUMN change_position, ADD COLUMN village_code text',
    `CREATE TABLE directory (name text PRIMARY KEY, station_id text NOT NULL, application_id uuid NOT NULL)`,
    `INSERT INTO directory SELECT tracking_code, station_id, id FROM first_applications`,
    `INSERT INTO directory SELECT id::text, station_id, id FROM first_applications`,
    `CREATE TABLE packet_receipts (
       station_id text NOT NULL REFERENCES stations, packet_id uuid NOT NULL, counter bigint NOT NULL,
       application_id uuid NOT NULL, revision integer NOT NULL, sha256 text NOT NULL, bundle_byte_length bigint NOT NULL,
       month integer NOT NULL, acknowledgement text, received_at bigint NOT NULL,
       PRIMARY KEY (station_id, packet_id), UNIQUE (station_id, counter), UNIQUE (station_id, application_id, revision)
     ) PARTITION BY HASH (station_id)`,
    ...byStation('packet_receipts'),
    `CREATE TABLE packets (
       station_id text NOT NULL, month integer NOT NULL, packet_id uuid NOT NULL, content jsonb NOT NULL,
       PRIMARY KEY (station_id, month, packet_id)
     ) PARTITION BY RANGE (month)`,
    `CREATE TABLE applications (
       station_id text NOT NULL, id uuid NOT NULL, tracking_code text NOT NULL, service_key text NOT NULL,
       village_code text NOT NULL, revision integer NOT NULL, packet_id uuid NOT NULL, month integer NOT NULL,
       stage_key text NOT NULL, stage_since bigint NOT NULL, remark text, field_remarks jsonb NOT NULL,
       appointment_at bigint, appointment_place text, first_received_at bigint NOT NULL, received_at bigint NOT NULL,
       change_position bigint NOT NULL,
       PRIMARY KEY (station_id, id), UNIQUE (station_id, change_position),
       FOREIGN KEY (station_id, packet_id) REFERENCES packet_receipts
     ) PARTITION BY HASH (station_id)`,
    ...byStation('applications'),
    'CREATE INDEX applications_newest ON applications (received_at DESC, id DESC)',
    'CREATE INDEX applications_of_stage ON applications (stage_key, received_at DESC, id DESC)',
    'CREATE INDEX applications_of_village ON applications (village_code, received_at DESC, id DESC)',
    `CREATE TABLE stage_events (
       station_id text NOT NULL, month integer NOT NULL, application_id uuid NOT NULL, position bigint NOT NULL,
       stage_key text NOT NULL, at bigint NOT NULL, officer_name text,
       PRIMARY KEY (station_id, month, application_id, position)
     ) PARTITION BY RANGE (month)`,
    'CREATE INDEX stage_events_of_application ON stage_events (station_id, application_id, position)',
    `CREATE TABLE station_contacts (
       station_id text NOT NULL, month integer NOT NULL, hour bigint NOT NULL, PRIMARY KEY (station_id, month, hour)
     ) PARTITION BY RANGE (month)`,
    createFoundMonths,
    `INSERT INTO packet_receipts SELECT station_id, packet_id, counter, application_id, revision, sha256, bundle_byte_length,
       ${monthIn('received_at')}, acknowledgement, received_at FROM first_packets`,
    `INSERT INTO packets SELECT station_id, ${monthIn('received_at')}, packet_id, content FROM first_packets`,
    `INSERT INTO applications SELECT a.station_id, a.id, a.tracking_code, a.service_key,
       COALESCE(p.content -> 'application' -> 'values' ->> 'address.village', ''), a.revision, a.packet_id,
       ${monthIn('p.received_at')}, a.stage_key, a.stage_since, a.remark, a.field_remarks, NULL, NULL,
       (SELECT min(e.received_at) FROM first_packets e WHERE e.application_id = a.id), a.received_at, a.change_position
     FROM first_applications a JOIN first_packets p ON p.packet_id = a.packet_id`,
    `INSERT INTO stage_events SELECT station_id, ${monthIn('stage_since')}, id, change_position, stage_key, stage_since, NULL
     FROM first_applications`,
    'DROP TABLE first_applications',
    'DROP TABLE first_packets',
    `ALTER TABLE enrolment_codes ADD COLUMN station_id text, ADD COLUMN station_name text, ADD COLUMN village_code text,
       ADD COLUMN issued_at bigint NOT NULL DEFAULT 0, ADD COLUMN expires_at bigint`,
    'ALTER TABLE officer_sessions ADD COLUMN last_used_at bigint NOT NULL DEFAULT 0',
  ],
};
