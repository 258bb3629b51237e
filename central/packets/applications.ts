import type { Queries } from '../database/database.ts';

/** The next place in the station's feed; the lock on its row keeps places in the order they become visible. */
export async function nextChangePosition(queries: Queries, stationId: string): Promise<number> {
  const [row] = await queries.query(
    `INSERT INTO station_feeds (station_id, position) VALUES ($1, 1)
     ON CONFLICT (station_id) DO UPDATE SET position = station_feeds.position + 1 RETURNING position`,
    [stationId],
  );
  return Number(row?.position);
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
