import type { Face } from '../../../contract/shell/face.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface AuditRow {
  readonly sequence: number;
  readonly wallClock: number;
  readonly elapsed: number;
  readonly face: Face | null;
  readonly officerId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly outcome: string;
  readonly previousHash: string;
  readonly hash: string;
}

const ENTRY = `sequence, wall_clock AS wallClock, elapsed, face, officer_id AS officerId, action,
  subject_id AS subjectId, outcome, previous_hash AS previousHash, hash`;

export function lastAuditEntry(database: ReadableDatabase): AuditRow | null {
  return database.get<AuditRow>(`SELECT ${ENTRY} FROM audit_entries ORDER BY sequence DESC LIMIT 1`) ?? null;
}

/** Oldest first, those after `sequence`. */
export function auditEntriesAfter(database: ReadableDatabase, sequence: number, limit: number): AuditRow[] {
  return database.all<AuditRow>(
    `SELECT ${ENTRY} FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    sequence,
    limit,
  );
}

export function insertAuditEntry(database: WritableDatabase, entry: AuditRow): void {
  database.run(
    `INSERT INTO audit_entries (sequence, wall_clock, elapsed, face, officer_id, action, subject_id, outcome,
       previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.sequence,
    entry.wallClock,
    entry.elapsed,
    entry.face,
    entry.officerId,
    entry.action,
    entry.subjectId,
    entry.outcome,
    entry.previousHash,
    entry.hash,
  );
}
