import type { Database, Queries } from './database.ts';

/** Tables that grow without end; each has one partition a month, see `0002-by-station-and-month.ts`. */
export const MONTHLY_TABLES = ['packets', 'stage_events', 'station_contacts'] as const;

/** Any number: two copies must not make the same month at once. */
const MONTHS_LOCK = 7_310_453;

/** `202611` for every instant of November 2026 (UTC): an integer, so that no driver turns it into a date of its own zone. */
export function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 100 + date.getUTCMonth() + 1;
}

export function monthAfter(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

/** Makes the partitions of a month where they are missing. */
export async function createMonth(queries: Queries, month: number): Promise<void> {
  for (const table of MONTHLY_TABLES) {
    await queries.query(
      `CREATE TABLE IF NOT EXISTS ${table}_${month} PARTITION OF ${table} FOR VALUES FROM (${month}) TO (${monthAfter(month)})`,
    );
  }
}

export interface Months {
  /** To be awaited before writing at this instant. Costs a look into a set but for the first time in a month. */
  ensure(now: number): Promise<void>;
}

/** Keeps the partitions of this month and the next in being. */
export function createMonths(database: Database): Months {
  const present = new Set<number>();
  return {
    async ensure(now) {
      const month = monthOf(now);
      if (present.has(month)) return;
      await database.transaction(async (queries) => {
        await queries.query('SELECT pg_advisory_xact_lock($1)', [MONTHS_LOCK]);
        await createMonth(queries, month);
        await createMonth(queries, monthAfter(month));
      });
      present.add(month);
    },
  };
}
