import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Queries } from '../database/database.ts';
import { monthOf } from '../database/months.ts';
import { PROMISE_BEGINS_AFTER, PROMISE_ENDS_AT } from '../public/public-status.ts';
import { dayOf, workingDaysBetween } from '../public/working-days.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;
export const ARRIVAL_DAYS = 30;
/** A quarter: long enough for most applications to have gone the whole way. */
export const DURATION_DAYS = 90;

export interface StageDuration {
  readonly stageKey: string;
  readonly count: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p90: number;
}

export interface Figures {
  readonly byStage: ReadonlyMap<string, number>;
  /** By Kemendagri code, most first. */
  readonly byVillage: readonly { readonly code: string; readonly count: number }[];
  /** The last `ARRIVAL_DAYS` days, oldest first; `day` counts from the epoch in WIB. */
  readonly arrivals: readonly { readonly day: number; readonly count: number }[];
  readonly durations: readonly StageDuration[];
  /** Working days from the interview's approval to the passport, one for each that became ready. */
  readonly promise: readonly number[];
}

async function readCounts(queries: Queries) {
  const stages = await queries.query(
    'SELECT stage_key, count(*) AS count FROM applications GROUP BY stage_key',
  );
  const villages = await queries.query(
    'SELECT village_code, count(*) AS count FROM applications GROUP BY village_code ORDER BY count(*) DESC, village_code',
  );
  return {
    byStage: new Map(stages.map((row) => [String(row.stage_key), Number(row.count)])),
    byVillage: villages.map((row) => ({ code: String(row.village_code), count: Number(row.count) })),
  };
}

async function readArrivals(queries: Queries, now: number) {
  const today = dayOf(now);
  const since = now - ARRIVAL_DAYS * DAY_MILLISECONDS;
  // WIB is UTC+7: 25,200,000 ms.
  const rows = await queries.query(
    `SELECT (first_received_at + 25200000) / 86400000 AS day, count(*) AS count FROM applications
     WHERE first_received_at >= $1 GROUP BY day`,
    [since],
  );
  const counts = new Map(rows.map((row) => [Number(row.day), Number(row.count)]));
  return Array.from({ length: ARRIVAL_DAYS }, (_, place) => {
    const day = today - ARRIVAL_DAYS + 1 + place;
    return { day, count: counts.get(day) ?? 0 };
  });
}

/** Every stage that was entered with the one that followed it. Both rest on the months that matter and no others. */
const STAYS = `SELECT station_id, application_id, stage_key, at,
    lead(at) OVER (PARTITION BY station_id, application_id ORDER BY position) AS left_at
  FROM stage_events WHERE month >= $1`;

async function readDurations(queries: Queries, since: number): Promise<StageDuration[]> {
  const rows = await queries.query(
    `SELECT stage_key, count(*) AS count,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY left_at - at) AS median,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY left_at - at) AS p90
     FROM (${STAYS}) stays WHERE left_at >= $2 GROUP BY stage_key`,
    [monthOf(since), since],
  );
  return rows.map((row) => ({
    stageKey: String(row.stage_key),
    count: Number(row.count),
    median: Number(row.median),
    p90: Number(row.p90),
  }));
}

async function readPromise(queries: Queries, since: number): Promise<number[]> {
  const rows = await queries.query(
    `SELECT max(left_at) FILTER (WHERE stage_key = $3) AS approved, max(at) FILTER (WHERE stage_key = $4) AS ready
     FROM (${STAYS}) stays GROUP BY station_id, application_id
     HAVING max(left_at) FILTER (WHERE stage_key = $3) <= max(at) FILTER (WHERE stage_key = $4)
       AND max(at) FILTER (WHERE stage_key = $4) >= $2`,
    [monthOf(since), since, PROMISE_BEGINS_AFTER, PROMISE_ENDS_AT],
  );
  return rows.map((row) => workingDaysBetween(Number(row.approved), Number(row.ready)));
}

export async function readFigures(queries: Queries, now: number): Promise<Figures> {
  const since = now - DURATION_DAYS * DAY_MILLISECONDS;
  return {
    ...(await readCounts(queries)),
    arrivals: await readArrivals(queries, now),
    durations: await readDurations(queries, since),
    promise: await readPromise(queries, since),
  };
}

/** The promise of the catalog; where services differ, the longest is the one nobody may exceed. */
export function promisedDays(catalog: Catalog): number {
  return Math.max(...catalog.services.map(({ promisedWorkingDays }) => promisedWorkingDays));
}
