import { createHash } from 'node:crypto';
import type { AuditRow } from '../store/tables/audit.ts';

/** What the first entry of a chain is chained to. */
export const AUDIT_BEGINNING = '0'.repeat(64);

/** SHA-256 over every column in a fixed order, the hash of the entry before included. */
export function auditHash(entry: Omit<AuditRow, 'hash'>): string {
  const columns = [
    entry.sequence,
    entry.wallClock,
    entry.elapsed,
    entry.face,
    entry.officerId,
    entry.action,
    entry.subjectId,
    entry.outcome,
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}
