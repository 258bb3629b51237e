import type { Migration } from '../migrate.ts';

/** A station whose word is not taken any more; enrolled again it is null again. Its applications stay. */
export const revokedStations: Migration = {
  number: 6,
  statements: ['ALTER TABLE stations ADD COLUMN revoked_at bigint'],
};
