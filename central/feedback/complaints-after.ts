import { type ComplaintStatus, complaintStatusSchema } from '../../contract/central/downlink.ts';
import type { Queries } from '../database/database.ts';

/** Complaints of a station whose state changed after a position of its feed, in their order there. */
export async function complaintsAfter(
  queries: Queries,
  stationId: string,
  position: number,
  limit: number,
): Promise<{ readonly position: number; readonly status: ComplaintStatus }[]> {
  const rows = await queries.query(
    `SELECT id, state, answer, state_at, change_position FROM complaints
     WHERE station_id = $1 AND change_position > $2 ORDER BY change_position LIMIT $3`,
    [stationId, position, limit],
  );
  return rows.map((row) => ({
    position: Number(row.change_position),
    status: complaintStatusSchema.parse({
      id: row.id,
      state: row.state,
      answer: row.answer,
      at: Number(row.state_at),
    }),
  }));
}
