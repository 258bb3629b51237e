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
 * All that an arrived application changes but its names, in one statement, as each costs a way to the database and back:
 * its packet, the station's feed (whose row's lock keeps places in the order they become visible), the application at the
 * stage `received`, over its older revision if there is one, and that stage's event.
 */
const WRITE = `
WITH receipt AS (
  INSERT INTO packet_receipts
    (packet_id, station_id, counter, application_id, revision, sha256, bundle_byte_length, month, received_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING packet_id
), packet AS (
  INSERT INTO packets (station_id, month, packet_id, content)
  SELECT $2, $8, packet_id, $10::jsonb FROM receipt
), feed AS (
  INSERT INTO station_feeds (station_id, position) SELECT $2, 1 FROM receipt
  ON CONFLICT (station_id) DO UPDATE SET position = station_feeds.position + 1 RETURNING position
), stage AS (
  INSERT INTO stage_events (station_id, month, application_id, position, stage_key, at, officer_name)
  SELECT $2, $8, $4, position, $14::text, $9, NULL FROM feed
)
INSERT INTO applications (id, tracking_code, station_id, service_key, revision, packet_id, stage_key, stage_since,
  field_remarks, first_received_at, received_at, change_position, village_code, month)
SELECT $4, $11::text, $2, $12::text, $5, $1, $14::text, $9, '{}', $9, $9, position, $13::text, $8 FROM feed
ON CONFLICT (station_id, id) DO UPDATE SET revision = excluded.revision, packet_id = excluded.packet_id,
  stage_key = excluded.stage_key, stage_since = excluded.stage_since, remark = NULL, field_remarks = '{}',
  appointment_at = NULL, appointment_place = NULL, received_at = excluded.received_at,
  change_position = excluded.change_position, village_code = excluded.village_code, month = excluded.month
RETURNING id`;

/** False when another packet with this id, this counter, or this application and revision was there first. */
export async function writeApplication(
  queries: Queries,
  { content, sha256, bundleByteLength }: ArrivedPacket,
  now: number,
): Promise<boolean> {
  const { application, packetId, stationId } = content;
  const rows = await queries.query(WRITE, [
    packetId,
    stationId,
    content.counter,
    application.id,
    application.revision,
    sha256,
    bundleByteLength,
    monthOf(now),
    now,
    JSON.stringify(content),
    application.trackingCode,
    application.serviceKey,
    villageOf(application),
    RECEIVED_STAGE,
  ]);
  return rows.length > 0;
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
