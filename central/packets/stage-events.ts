import type { Queries } from '../database/database.ts';
import { monthOf } from '../database/months.ts';

export interface StageEvent {
  readonly stationId: string;
  readonly applicationId: string;
  /** Its place in the station's feed, so that events of one instant keep their order. */
  readonly position: number;
  readonly stageKey: string;
  readonly at: number;
  /** Null when it came with a packet. */
  readonly officerName: string | null;
}

/** Writes down that an application entered a stage. */
export async function recordStage(queries: Queries, event: StageEvent): Promise<void> {
  await queries.query(
    `INSERT INTO stage_events (station_id, month, application_id, position, stage_key, at, officer_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      event.stationId,
      monthOf(event.at),
      event.applicationId,
      event.position,
      event.stageKey,
      event.at,
      event.officerName,
    ],
  );
}

/** Every stage an application has been in, oldest first. */
export async function stagesOf(
  queries: Queries,
  stationId: string,
  applicationId: string,
): Promise<{ stageKey: string; at: number; officerName: string | null }[]> {
  const rows = await queries.query(
    'SELECT stage_key, at, officer_name FROM stage_events WHERE station_id = $1 AND application_id = $2 ORDER BY position',
    [stationId, applicationId],
  );
  return rows.map((row) => ({
    stageKey: String(row.stage_key),
    at: Number(row.at),
    officerName: typeof row.officer_name === 'string' ? row.officer_name : null,
  }));
}
