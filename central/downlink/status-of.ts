import type { StatusAnswer } from '../../contract/central/status-answer.ts';
import type { Queries } from '../database/database.ts';
import { readStatus } from './changes.ts';

/** Where one application of this very station stands; null when it has none of this code. */
export async function statusOf(
  queries: Queries,
  stationId: string,
  trackingCode: string,
): Promise<StatusAnswer['found']> {
  const [row] = await queries.query(
    `SELECT id, revision, tracking_code, stage_key, stage_since, remark, field_remarks, appointment_at, appointment_place
     FROM applications WHERE station_id = $1 AND tracking_code = $2`,
    [stationId, trackingCode],
  );
  return row ? { revision: Number(row.revision), status: readStatus(row) } : null;
}
