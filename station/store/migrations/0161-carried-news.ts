import type { SchemaDatabase } from '../database.ts';

/** Which reply brought the station to which place of central's feed, and from where, so that the next reply from there is known as newer. */
export function addCarriedNews(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE carried_news (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      number INTEGER NOT NULL,
      from_cursor TEXT NOT NULL,
      to_cursor TEXT NOT NULL
    ) STRICT;
  `);
}
