import type { Queries } from '../database/database.ts';

/**
 * Takes no word of a station any more, from the next request on; what it brought before stays. It goes on under its id
 * when it is enrolled again, see `issueEnrolment`. Throws `RangeError` for one that is revoked already.
 */
export async function revokeStation(queries: Queries, stationId: string, now: number): Promise<void> {
  const revoked = await queries.query(
    'UPDATE stations SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
    [stationId, now],
  );
  if (revoked.length === 0) throw new RangeError('this kiosk is revoked already');
}
