import type { SchemaDatabase } from '../database.ts';

/**
 * Which catalog each officer knows. Who worked here before there was this table knows the one that was in force then;
 * without a certain clock that is the newest whose day is not after the newest entry of the audit chain.
 */
export function addSeenCatalogs(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE seen_catalogs (
      officer_id TEXT NOT NULL PRIMARY KEY REFERENCES officers (id),
      version INTEGER NOT NULL REFERENCES catalogs (version),
      seen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    INSERT INTO seen_catalogs (officer_id, version, seen_at)
    SELECT visits.officer_id, known.version, visits.last_at
    FROM (
      SELECT officer_id, max(wall_clock) AS last_at FROM audit_entries
      WHERE action = 'signed-in' AND outcome = 'done' AND officer_id IN (SELECT id FROM officers)
      GROUP BY officer_id
    ) AS visits
    JOIN (
      SELECT coalesce(
        (SELECT max(version) FROM catalogs WHERE effective_from <= (
          SELECT date(max(wall_clock) / 1000, 'unixepoch', '+7 hours') FROM audit_entries
        )),
        (SELECT min(version) FROM catalogs)
      ) AS version
    ) AS known ON known.version IS NOT NULL;
  `);
}
