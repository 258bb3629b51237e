import type { PacketContent } from '../../contract/central/packet.ts';
import type { Application } from '../../contract/domain/application.ts';
import type { Queries } from '../database/database.ts';
import { monthOf } from '../database/months.ts';
import { recordStage } from './stage-events.ts';

/** Stage of an application that has just arrived. */
export const RECEIVED_STAGE = 'received';

/** The next place in the station's feed; the lock on its row keeps places in the order they become visible. */
export async function nextChangePosition(queries: Queries, stationId: string): Promise<number> {
  const [row] = await queries.query(
    `INSERT INTO station_feeds (station_id, position) VALUES ($1, 1)
     ON CONFLICT (station_id) DO UPDATE SET position = station_feeds.position + 1 RETURNING position`,
    [stationId],
  );
  return Number(row?.position);
}

/**
 * Whether this application may be written: it is new, or newer than what the same station sent before.
 * A tracking code or id that belongs to another application is somebody else's.
 */
export async function placeFor(
  queries: Queries,
  content: PacketContent,
): Promise<'new' | 'newer' | 'older' | 'taken'> {
  const { application, stationId } = content;
  const names = await queries.query(
    'SELECT station_id, application_id FROM directory WHERE name IN ($1, $2)',
    [application.id, application.trackingCode],
  );
  if (names.length === 0) return 'new';
  const ours = names.filter((row) => row.station_id === stationId && row.application_id === application.id);
  if (ours.length !== 2) return 'taken';
  const [row] = await queries.query('SELECT revision FROM applications WHERE station_id = $1 AND id = $2', [
    stationId,
    application.id,
  ]);
  return application.revision > Number(row?.revision) ? 'newer' : 'older';
}

/** Kemendagri code of the pekon the applicant lives in; empty when the form does not ask. */
function villageOf({ values }: Application): string {
  const village = values['address.village'];
  return typeof village === 'string' ? village : '';
}

/** Writes an arrived application, or its newer revision over the older one, back at the stage `received`. */
export async function receiveApplication(
  queries: Queries,
  content: PacketContent,
  place: 'new' | 'newer',
  now: number,
): Promise<void> {
  const { application, packetId, stationId } = content;
  if (place === 'new') {
    await queries.query(
      'INSERT INTO directory (name, station_id, application_id) VALUES ($1, $3, $4), ($2, $3, $4)',
      [application.id, application.trackingCode, stationId, application.id],
    );
  }
  const position = await nextChangePosition(queries, stationId);
  await queries.query(
    `INSERT INTO applications (id, tracking_code, station_id, service_key, revision, packet_id, stage_key, stage_since,
       field_remarks, first_received_at, received_at, change_position, village_code, month)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $8, $8, $9, $10, $11)
     ON CONFLICT (station_id, id) DO UPDATE SET revision = excluded.revision, packet_id = excluded.packet_id,
       stage_key = excluded.stage_key, stage_since = excluded.stage_since, remark = NULL, field_remarks = '{}',
       appointment_at = NULL, appointment_place = NULL, received_at = excluded.received_at,
       change_position = excluded.change_position, village_code = excluded.village_code, month = excluded.month`,
    [
      application.id,
      application.trackingCode,
      stationId,
      application.serviceKey,
      application.revision,
      packetId,
      RECEIVED_STAGE,
      now,
      position,
      villageOf(application),
      monthOf(now),
    ],
  );
  await recordStage(queries, {
    stationId,
    applicationId: application.id,
    position,
    stageKey: RECEIVED_STAGE,
    at: now,
    officerName: null,
  });
}

/** The station whose application has this name: its id or its tracking code. Null when there is none. */
export async function findInDirectory(
  queries: Queries,
  name: string,
): Promise<{ stationId: string; applicationId: string } | null> {
  const [row] = await queries.query('SELECT station_id, application_id FROM directory WHERE name = $1', [
    name,
  ]);
  return row ? { stationId: String(row.station_id), applicationId: String(row.application_id) } : null;
}
