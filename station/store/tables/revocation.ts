import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface RevocationRow {
  readonly toldAt: Instant;
  /** Number of the newest file for a USB drive by then; 0 when there was none. */
  readonly carried: number;
}

/** Null while central takes what this station sends, as far as it was told. */
export function readRevocation(database: ReadableDatabase): RevocationRow | null {
  return database.get<RevocationRow>('SELECT told_at AS toldAt, carried FROM revocation') ?? null;
}

/** Told again, it stays as it was told first. */
export function writeRevocation(database: WritableDatabase, at: Instant): void {
  database.run(
    `INSERT INTO revocation (id, told_at, carried)
     SELECT 1, ?, coalesce(max(number), 0) FROM carried_files WHERE true
     ON CONFLICT (id) DO NOTHING`,
    at,
  );
}

export function dropRevocation(database: WritableDatabase): void {
  database.run('DELETE FROM revocation');
}
