import type { Database, Queries } from './database.ts';
import { first } from './migrations/0001-first.ts';
import { byStationAndMonth } from './migrations/0002-by-station-and-month.ts';
import { bundleParts } from './migrations/0003-bundle-parts.ts';
import { carriedFiles } from './migrations/0004-carried-files.ts';
import { kiosks } from './migrations/0005-kiosks.ts';
import { revokedStations } from './migrations/0006-revoked-stations.ts';
import { feedback } from './migrations/0007-feedback.ts';
import { complaintMedia } from './migrations/0008-complaint-media.ts';
import { unattendedHours } from './migrations/0009-unattended-hours.ts';

export interface Migration {
  readonly number: number;
  /** Run in order, in one transaction. */
  readonly statements: readonly (string | ((queries: Queries) => Promise<void>))[];
}

export const migrations: readonly Migration[] = [
  first,
  byStationAndMonth,
  bundleParts,
  carriedFiles,
  kiosks,
  revokedStations,
  feedback,
  complaintMedia,
  unattendedHours,
];

/** Any number: two copies that start together must not both migrate. */
const MIGRATION_LOCK = 7_310_452;

/** The database was written by a newer central; this one must not touch it. */
export class NewerDatabaseError extends Error {
  readonly found: number;
  constructor(found: number) {
    super(`the database is at version ${found}, newer than this central knows`);
    this.found = found;
  }
}

/** Brings the database to the newest shape, one transaction a migration. `wanted` is fewer of them, for tests of the later ones. */
export async function migrate(database: Database, wanted = migrations): Promise<void> {
  // Under the lock too: IF NOT EXISTS does not keep two from making the same table at once.
  await database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await queries.query(
      'CREATE TABLE IF NOT EXISTS schema_version (one boolean PRIMARY KEY DEFAULT true CHECK (one), number integer NOT NULL)',
    );
    await queries.query('INSERT INTO schema_version (number) VALUES (0) ON CONFLICT DO NOTHING');
  });
  for (const migration of wanted) {
    await database.transaction(async (queries) => {
      await queries.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      const [row] = await queries.query('SELECT number FROM schema_version');
      const current = Number(row?.number);
      if (current > Math.max(...migrations.map(({ number }) => number)))
        throw new NewerDatabaseError(current);
      if (current >= migration.number) return;
      for (const statement of migration.statements) {
        if (typeof statement === 'string') await queries.query(statement);
        else await statement(queries);
      }
      await queries.query('UPDATE schema_version SET number = $1', [migration.number]);
    });
  }
}
