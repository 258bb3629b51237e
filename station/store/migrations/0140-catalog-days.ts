import type { SchemaDatabase } from '../database.ts';

/** A catalog comes before its day: the day is asked on every call, so it is a column. */
export function addCatalogDays(database: SchemaDatabase): void {
  database.execute(`
    ALTER TABLE catalogs ADD COLUMN effective_from TEXT NOT NULL DEFAULT '';
    UPDATE catalogs SET effective_from = json_extract(content, '$.effectiveFrom');
  `);
}
