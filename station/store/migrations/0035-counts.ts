import type { SchemaDatabase } from '../database.ts';

/** Totals shown at a glance, kept by triggers so that the home screen costs the same with ten rows and ten thousand. */
export function addCounts(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE counts (
      name TEXT NOT NULL PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    INSERT INTO counts (name, value) VALUES ('drafts', 0), ('applications', 0), ('returned', 0);
  `);
}
