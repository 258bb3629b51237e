import type { SchemaDatabase } from '../database.ts';

/** Which camera each face uses for which purpose. */
export function addCameras(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE camera_choices (
      face TEXT NOT NULL,
      purpose TEXT NOT NULL,
      label TEXT NOT NULL,
      place INTEGER NOT NULL,
      turns INTEGER NOT NULL CHECK (turns BETWEEN 0 AND 3),
      PRIMARY KEY (face, purpose)
    ) STRICT, WITHOUT ROWID;
  `);
}
