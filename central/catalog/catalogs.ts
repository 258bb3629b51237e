import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import type { Queries } from '../database/database.ts';

/** WIB is UTC+7 all year: Indonesia has no daylight saving time. */
const WIB_OFFSET_MILLISECONDS = 7 * 60 * 60_000;

/** `2026-11-24` */
export function todayInWib(now: number): string {
  return new Date(now + WIB_OFFSET_MILLISECONDS).toISOString().slice(0, 10);
}

/** The newest version, in force or not; null before the first. */
export async function newestCatalog(queries: Queries): Promise<Catalog | null> {
  const [row] = await queries.query('SELECT document FROM catalogs ORDER BY version DESC LIMIT 1');
  return row ? catalogSchema.parse(row.document) : null;
}

/** Publishes a catalog; a version that is published stays as it is. */
export async function publishCatalog(queries: Queries, catalog: Catalog, now: number): Promise<void> {
  await queries.query(
    'INSERT INTO catalogs (version, document, published_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [catalog.version, JSON.stringify(catalog), now],
  );
}

/**
 * The catalog in force at `now`: the newest whose day has come, counted in WIB, and the oldest while no day has come. There
 * is always one: central publishes its own at start.
 */
export async function catalogInForce(queries: Queries, now: number): Promise<Catalog> {
  const today = todayInWib(now);
  const [row] = await queries.query(
    `SELECT document FROM catalogs ORDER BY (document->>'effectiveFrom' <= $1) DESC,
       CASE WHEN document->>'effectiveFrom' <= $1 THEN -version ELSE version END LIMIT 1`,
    [today],
  );
  return catalogSchema.parse(row?.document);
}

/**
 * The next catalog for a station that has every one up to `knownVersion`, and whether others come after it: the one in
 * force, and those that will be. What was replaced before it came is passed over.
 */
export async function nextCatalog(
  queries: Queries,
  knownVersion: number,
  now: number,
): Promise<{ readonly catalog: Catalog; readonly more: boolean } | null> {
  const { version } = await catalogInForce(queries, now);
  const rows = await queries.query(
    'SELECT document FROM catalogs WHERE version > $1 AND version >= $2 ORDER BY version LIMIT 2',
    [knownVersion, version],
  );
  const [next] = rows;
  return next ? { catalog: catalogSchema.parse(next.document), more: rows.length > 1 } : null;
}
