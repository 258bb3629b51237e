import type { Database, Queries } from '../database/database.ts';
import { type Months, monthOf } from '../database/months.ts';

const HOUR_MILLISECONDS = 60 * 60_000;

/** Stations one copy remembers having written down this hour; beyond it a row is written twice, which changes nothing. */
const REMEMBERED = 10_000;

export interface Contacts {
  /** Writes down that a station was heard, at most once an hour for each. */
  heard(stationId: string): Promise<void>;
}

export function createContacts(database: Database, months: Months, now: () => number): Contacts {
  const written = new Map<string, number>();
  return {
    async heard(stationId) {
      const at = now();
      const hour = Math.floor(at / HOUR_MILLISECONDS);
      if (written.get(stationId) === hour) return;
      await months.ensure(at);
      await database.query(
        'INSERT INTO station_contacts (station_id, month, hour) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [stationId, monthOf(at), hour],
      );
      await database.query(
        `INSERT INTO station_feeds (station_id, last_contact_at) VALUES ($1, $2)
         ON CONFLICT (station_id) DO UPDATE SET last_contact_at = excluded.last_contact_at`,
        [stationId, at],
      );
      if (written.size >= REMEMBERED) written.clear();
      written.set(stationId, hour);
    },
  };
}

export interface StationContact {
  readonly id: string;
  readonly name: string;
  readonly lastContactAt: number | null;
  /** Null while it is one of ours. */
  readonly revokedAt: number | null;
  /** Hours since the epoch in which it was heard, rising. */
  readonly hours: readonly number[];
}

/** Every station and when it was heard from `since` on. */
export async function readContacts(queries: Queries, since: number): Promise<StationContact[]> {
  const stations = await queries.query(
    `SELECT s.id, s.name, s.revoked_at, f.last_contact_at FROM stations s LEFT JOIN station_feeds f ON f.station_id = s.id ORDER BY s.name, s.id`,
  );
  const rows = await queries.query(
    'SELECT station_id, hour FROM station_contacts WHERE month >= $1 AND hour >= $2 ORDER BY hour',
    [monthOf(since), Math.floor(since / HOUR_MILLISECONDS)],
  );
  const hours = Map.groupBy(rows, (row) => String(row.station_id));
  return stations.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    lastContactAt: row.last_contact_at === null ? null : Number(row.last_contact_at),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
    hours: (hours.get(String(row.id)) ?? []).map(({ hour }) => Number(hour)),
  }));
}
