import type { SchemaDatabase } from '../database.ts';

/**
 * What citizens said of the service. Ratings and surveys hold no name, number, ticket or draft: they cannot be traced to
 * anybody. A complaint holds what its writer chose to write.
 */
export function addFeedback(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE ratings (
      id TEXT NOT NULL PRIMARY KEY,
      month TEXT NOT NULL,
      score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 4)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ratings_month ON ratings (month, score);

    CREATE TABLE surveys (
      id TEXT NOT NULL PRIMARY KEY,
      month TEXT NOT NULL,
      requirements INTEGER NOT NULL CHECK (requirements BETWEEN 1 AND 4),
      procedure INTEGER NOT NULL CHECK (procedure BETWEEN 1 AND 4),
      time INTEGER NOT NULL CHECK (time BETWEEN 1 AND 4),
      cost INTEGER NOT NULL CHECK (cost BETWEEN 1 AND 4),
      product INTEGER NOT NULL CHECK (product BETWEEN 1 AND 4),
      competence INTEGER NOT NULL CHECK (competence BETWEEN 1 AND 4),
      courtesy INTEGER NOT NULL CHECK (courtesy BETWEEN 1 AND 4),
      facilities INTEGER NOT NULL CHECK (facilities BETWEEN 1 AND 4),
      complaints INTEGER NOT NULL CHECK (complaints BETWEEN 1 AND 4)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX surveys_month ON surveys (month);

    CREATE TABLE complaints (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      code TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('complaint', 'suggestion')),
      text TEXT NOT NULL,
      print_job_id TEXT NOT NULL,
      sent_at INTEGER NOT NULL,
      answer TEXT,
      answered_at INTEGER,
      answered INTEGER GENERATED ALWAYS AS (answer IS NOT NULL) STORED
    ) STRICT;
    CREATE INDEX complaints_open ON complaints (answered, sequence DESC);
  `);
}
