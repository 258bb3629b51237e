import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface SeenCatalog {
  readonly version: number;
  readonly seenAt: Instant;
}

/** Null for an officer who was never here. */
export function readSeenCatalog(database: ReadableDatabase, officerId: string): SeenCatalog | null {
  return (
    database.get<SeenCatalog>(
      'SELECT version, seen_at AS seenAt FROM seen_catalogs WHERE officer_id = ?',
      officerId,
    ) ?? null
  );
}

/** For a first visit; whoever was here before still knows what they knew. */
export function beginSeenCatalog(
  database: WritableDatabase,
  officerId: string,
  { version, seenAt }: SeenCatalog,
): void {
  database.run(
    'INSERT INTO seen_catalogs (officer_id, version, seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    officerId,
    version,
    seenAt,
  );
}

/** Never goes back to an older one. */
export function raiseSeenCatalog(
  database: WritableDatabase,
  officerId: string,
  { version, seenAt }: SeenCatalog,
): void {
  database.run(
    `INSERT INTO seen_catalogs (officer_id, version, seen_at) VALUES (?, ?, ?)
     ON CONFLICT (officer_id) DO UPDATE SET version = excluded.version, seen_at = excluded.seen_at
     WHERE excluded.version > seen_catalogs.version`,
    officerId,
    version,
    seenAt,
  );
}
