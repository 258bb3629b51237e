import type { SchemaDatabase } from '../database.ts';

/** Whether the still camera was chosen, beside the live one that serves while it is away. */
export function addStillChoice(database: SchemaDatabase): void {
  database.execute('ALTER TABLE camera_choices ADD COLUMN still INTEGER NOT NULL DEFAULT 0');
}
