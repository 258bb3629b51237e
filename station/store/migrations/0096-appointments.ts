import type { SchemaDatabase } from '../database.ts';

/** When and where central expects the citizen of an application, once that is agreed. */
export function addAppointments(database: SchemaDatabase): void {
  database.execute(`
    ALTER TABLE applications ADD COLUMN appointment_at INTEGER;
    ALTER TABLE applications ADD COLUMN appointment_place TEXT;
  `);
}
