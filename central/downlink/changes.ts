import type { Changes } from '../../contract/central/downlink.ts';
import type { PublicKey } from '../../contract/central/enrolment.ts';
import { type ApplicationStatus, applicationStatusSchema } from '../../contract/domain/application-status.ts';
import { nextCatalog } from '../catalog/catalogs.ts';
import type { Queries, Row } from '../database/database.ts';
import { complaintsAfter } from '../feedback/complaints-after.ts';
import { sealPayload } from '../keys/seal.ts';
import { readKioskOfficers } from '../stations/kiosk-officers.ts';
import { readStationSettings } from '../stations/station-settings.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';

/** Statuses in one answer: about 40 kB, a second on a slow line. */
const PAGE = 200;

export function readStatus(row: Row): ApplicationStatus {
  return applicationStatusSchema.parse({
    applicationId: row.id,
    trackingCode: row.tracking_code,
    stageKey: row.stage_key,
    since: Number(row.stage_since),
    remark: row.remark,
    fieldRemarks: row.field_remarks,
    ...(row.appointment_at !== null && {
      appointment: { at: Number(row.appointment_at), place: row.appointment_place },
    }),
  });
}

export interface ChangesQuestion {
  readonly stationId: string;
  readonly cursor: string;
  readonly now: number;
  /** What the station opens officers with; null for one that does not know of officers and settings yet. */
  readonly receivingKey: PublicKey | null;
}

/** What changed for a station after its cursor. */
export async function changesAfter(
  queries: Queries,
  { stationId, cursor: from, now, receivingKey }: ChangesQuestion,
): Promise<Changes> {
  const cursor = readCursor(from);
  const rows = await queries.query(
    `SELECT id, tracking_code, stage_key, stage_since, remark, field_remarks, appointment_at, appointment_place, change_position
     FROM applications WHERE station_id = $1 AND change_position > $2 ORDER BY change_position LIMIT $3`,
    [stationId, cursor.position, PAGE],
  );
  const complaints = await complaintsAfter(queries, stationId, cursor.position, PAGE);
  const next = await nextCatalog(queries, cursor.catalogVersion, now);
  // Both are in one feed, so a page of both ends where the first `PAGE` of them do.
  const places = [
    ...rows.map((row) => Number(row.change_position)),
    ...complaints.map(({ position }) => position),
  ];
  const last = places
    .sort((one, other) => one - other)
    .slice(0, PAGE)
    .at(-1);
  const isOn = (position: number) => last !== undefined && position <= last;
  const told = complaints.filter(({ position }) => isOn(position)).map(({ status }) => status);
  const reached: Cursor = {
    ...cursor,
    ...(last !== undefined && { position: last }),
    ...(next && { catalogVersion: next.catalog.version }),
  };
  const page = {
    stationId,
    from,
    statuses: rows.filter((row) => isOn(Number(row.change_position))).map(readStatus),
    ...(told.length > 0 && { complaints: told }),
    catalog: next?.catalog ?? null,
    more: places.length >= PAGE || (next?.more ?? false),
  };
  if (receivingKey === null) {
    const form = cursor.officersVersion + cursor.settingsVersion > 0 ? 'full' : 'short';
    return { ...page, cursor: writeCursor(reached, form) };
  }
  const { officers, ...officersNow } = await readKioskOfficers(queries, stationId);
  const { settings, ...settingsNow } = await readStationSettings(queries, stationId);
  // Another version, not a newer one: a central restored from a backup has an older one and still decides.
  const officersChanged = officersNow.version !== cursor.officersVersion;
  const settingsChanged = settingsNow.version !== cursor.settingsVersion;
  return {
    ...page,
    officers: officersChanged ? await sealPayload(officers, receivingKey) : null,
    settings: settingsChanged ? settings : null,
    cursor: writeCursor(
      { ...reached, officersVersion: officersNow.version, settingsVersion: settingsNow.version },
      'full',
    ),
  };
}
