import type { PacketContent } from '../../contract/central/packet.ts';
import type { Application } from '../../contract/domain/application.ts';
import type { Queries } from '../database/database.ts';
import { monthOf } from '../database/months.ts';
import { namesOf } from './application-place.ts';

/** Stage of an application that has just arrived. */
export const RECEIVED_STAGE = 'received';

export interface ArrivedPacket {
  readonly content: PacketContent;
  readonly sha256: string;
  readonly bundleByteLength: number;
}

/**
 * All that arrived applications change but their names, in one statement for all, as each costs a way to the database and
 * back: their packets, the station's feed (whose row's lock keeps places in the order they become visible), the applications
 * at the stage `received`, over their older revisions if there are any, and that stage's events.
 */
const WRITE = `
WITH arrived AS (
  SELECT * FROM ROWS FROM (jsonb_to_recordset($5::jsonb) AS (
    packet_id uuid, counter bigint, application_id uuid, revision integer, sha256 text, bundle_byte_length bigint,
    tracking_code text, service_key text, village_code text, content jsonb
  )) WITH ORDINALITY AS each (
    packet_id, counter, application_id, revision, sha256, bundle_byte_length,
    tracking_code, service_key, village_code, content, place
  )
), receipt AS (
  INSERT INTO packet_receipts
    (packet_id, station_id, counter, application_id, revision, sha256, bundle_byte_length, month, received_at)
  SELECT packet_id, $1, counter, application_id, revision, sha256, bundle_byte_length, $2, $3 FROM arrived ORDER BY place
  ON CONFLICT DO NOTHING RETURNING packet_id
), fresh AS (
  SELECT arrived.*, row_number() OVER (ORDER BY place) AS nth, count(*) OVER () AS of_all
  FROM arrived JOIN receipt USING (packet_id)
), packet AS (
  INSERT INTO packets (station_id, month, packet_id, content) SELECT $1, $2, packet_id, content FROM fresh
), feed AS (
  INSERT INTO station_feeds (station_id, position) SELECT $1, count(*) FROM fresh HAVING count(*) > 0
  ON CONFLICT (station_id) DO UPDATE SET position = station_feeds.position + excluded.position RETURNING position
), placed AS (
  SELECT fresh.*, feed.position - of_all + nth AS position FROM fresh CROSS JOIN feed
), stage AS (
  INSERT INTO stage_events (station_id, month, application_id, position, stage_key, at, officer_name)
  SELECT $1, $2, application_id, position, $4::text, $3, NULL FROM placed
)
INSERT INTO applications (id, tracking_code, station_id, service_key, revision, packet_id, stage_key, stage_since,
  field_remarks, first_received_at, received_at, change_position, village_code, month)
SELECT application_id, tracking_code, $1, service_key, revision, packet_id, $4::text, $3, '{}', $3, $3, position,
  village_code, $2 FROM placed
ON CONFLICT (station_id, id) DO UPDATE SET revision = excluded.revision, packet_id = excluded.packet_id,
  stage_key = excluded.stage_key, stage_since = excluded.stage_since, remark = NULL, field_remarks = '{}',
  appointment_at = NULL, appointment_place = NULL, received_at = excluded.received_at,
  change_position = excluded.change_position, village_code = excluded.village_code, month = excluded.month
RETURNING packet_id`;

function rowOf({ content, sha256, bundleByteLength }: ArrivedPacket) {
  const { application, packetId, counter } = content;
  return {
    packet_id: packetId,
    counter,
    application_id: application.id,
    revision: application.revision,
    sha256,
    bundle_byte_length: bundleByteLength,
    tracking_code: application.trackingCode,
    service_key: application.serviceKey,
    village_code: villageOf(application),
    content,
  };
}

/**
 * Of packets of one station that are each of another application. @returns the ids of those that were written: of the others
 * a packet with this id, this counter, or this application and revision was there first
 */
export async function writeApplications(
  queries: Queries,
  stationId: string,
  arrived: readonly ArrivedPacket[],
  now: number,
): Promise<ReadonlySet<string>> {
  if (arrived.length === 0) return new Set();
  const parameters = [stationId, monthOf(now), now, RECEIVED_STAGE, JSON.stringify(arrived.map(rowOf))];
  const rows = await queries.query(WRITE, parameters);
  return new Set(rows.map((row) => String(row.packet_id)));
}

/** Makes new applications findable by their ids and tracking codes. */
export async function writeNames(queries: Queries, contents: readonly PacketContent[]): Promise<void> {
  if (contents.length === 0) return;
  const rows = contents.flatMap((content) =>
    namesOf(content).map((name) => ({ name, stationId: content.stationId, id: content.application.id })),
  );
  await queries.query(
    'INSERT INTO directory (name, station_id, application_id) SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[])',
    [rows.map(({ name }) => name), rows.map(({ stationId }) => stationId), rows.map(({ id }) => id)],
  );
}

/** Kemendagri code of the pekon the applicant lives in; empty when the form does not ask. */
function villageOf({ values }: Application): string {
  const village = values['address.village'];
  return typeof village === 'string' ? village : '';
}
