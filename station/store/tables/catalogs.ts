import type { CalendarDate, Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface CatalogRow {
  readonly version: number;
  /** JSON of the catalog. */
  readonly content: string;
  /** Day in WIB on which it comes into force. */
  readonly effectiveFrom: CalendarDate;
  readonly receivedAt: Instant | null;
}

/** The newest version kept, whether in force or not. */
export function newestCatalogVersion(database: ReadableDatabase): number | null {
  return (
    database.get<{ version: number | null }>('SELECT max(version) AS version FROM catalogs')?.version ?? null
  );
}

type InForce = Pick<CatalogRow, 'version' | 'receivedAt'>;

/** The newest whose day has come by `day`; while no day has come, as by a clock that was lost, the oldest. */
export function catalogInForce(database: ReadableDatabase, day: CalendarDate): InForce | null {
  const columns = 'version, received_at AS receivedAt';
  return (
    database.get<InForce>(
      `SELECT ${columns} FROM catalogs WHERE effective_from <= ? ORDER BY version DESC LIMIT 1`,
      day,
    ) ??
    database.get<InForce>(`SELECT ${columns} FROM catalogs ORDER BY version LIMIT 1`) ??
    null
  );
}

export function catalogContent(database: ReadableDatabase, version: number): string | null {
  return (
    database.get<{ content: string }>('SELECT content FROM catalogs WHERE version = ?', version)?.content ??
    null
  );
}

export function insertCatalog(database: WritableDatabase, row: CatalogRow): void {
  database.run(
    'INSERT INTO catalogs (version, content, effective_from, received_at) VALUES (?, ?, ?, ?)',
    row.version,
    row.content,
    row.effectiveFrom,
    row.receivedAt,
  );
}
