import type { Queries } from '../database/database.ts';

/**
 * Version for the next change of what a kiosk is told, under the lock of its feed: the time, or one more than the newest. A
 * central restored from a backup so never gives a version again that it had given to something else.
 */
export async function nextVersion(
  queries: Queries,
  table: 'kiosk_officers' | 'station_settings',
  stationId: string,
  now: number,
): Promise<number> {
  await queries.query('SELECT 1 FROM station_feeds WHERE station_id = $1 FOR UPDATE', [stationId]);
  const [row] = await queries.query(
    `SELECT coalesce(max(version), 0) AS newest FROM ${table} WHERE station_id = $1`,
    [stationId],
  );
  return Math.max(now, Number(row?.newest) + 1);
}
