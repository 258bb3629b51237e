import type { SchemaDatabase } from '../database.ts';

/** How the camera at the citizens' screen is, and since when; one row at most. */
export function addCitizenCamera(database: SchemaDatabase): void {
  database.execute(`
    CREATE TABLE citizen_camera (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      condition TEXT NOT NULL CHECK (condition IN ('present', 'missing', 'no-picture', 'blocked')),
      since INTEGER NOT NULL
    ) STRICT;
  `);
}
