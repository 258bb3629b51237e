import type { SchemaDatabase } from '../database.ts';

/** Code of an enrolment file whose keys were pinned before central could be asked; null once central agreed. */
export function addEnrolmentFile(database: SchemaDatabase): void {
  database.execute('ALTER TABLE central_pin ADD COLUMN unconfirmed_code TEXT');
}
