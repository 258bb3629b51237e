import type { Queries } from '../database/database.ts';
import { findInDirectory, nextChangePosition } from './applications.ts';
import { recordStage } from './stage-events.ts';

export interface Appointment {
  readonly at: number;
  readonly place: string;
}

export interface StageChange {
  readonly applicationId: string;
  readonly stageKey: string;
  readonly remark: string | null;
  readonly fieldRemarks: Readonly<Record<string, string>>;
  /** Undefined leaves what was agreed as it is. */
  readonly appointment?: Appointment | null;
  readonly officerName: string;
  /** Change position the officer had before the eyes; undefined sets it whatever happened meanwhile. */
  readonly seen?: number;
}

export type StageOutcome = 'set' | 'unknown' | 'changed-meanwhile';

/** Sets where an application stands, inside the caller's transaction. */
export async function setStage(queries: Queries, change: StageChange, now: number): Promise<StageOutcome> {
  const place = await findInDirectory(queries, change.applicationId);
  if (!place) return 'unknown';
  const { stationId, applicationId } = place;
  // Before the application's own lock, as a packet that arrives does: the same order everywhere, so nobody waits in a circle.
  const position = await nextChangePosition(queries, stationId);
  const [row] = await queries.query(
    'SELECT change_position, appointment_at, appointment_place FROM applications WHERE station_id = $1 AND id = $2 FOR UPDATE',
    [stationId, applicationId],
  );
  if (!row) return 'unknown';
  if (change.seen !== undefined && Number(row.change_position) !== change.seen) return 'changed-meanwhile';
  const appointment =
    change.appointment === undefined
      ? { at: row.appointment_at, place: row.appointment_place }
      : (change.appointment ?? { at: null, place: null });
  await queries.query(
    `UPDATE applications SET stage_key = $3, stage_since = $4, remark = $5, field_remarks = $6, change_position = $7,
       appointment_at = $8, appointment_place = $9 WHERE station_id = $1 AND id = $2`,
    [
      stationId,
      applicationId,
      change.stageKey,
      now,
      change.remark,
      JSON.stringify(change.fieldRemarks),
      position,
      appointment.at,
      appointment.place,
    ],
  );
  await recordStage(queries, {
    stationId,
    applicationId,
    position,
    stageKey: change.stageKey,
    at: now,
    officerName: change.officerName,
  });
  return 'set';
}
