import type { ReadableDatabase } from '../store/database.ts';
import { type AuditRow, auditEntriesAfter } from '../store/tables/audit.ts';
import { AUDIT_BEGINNING, auditHash } from './hash.ts';

/** A place in the chain written down elsewhere, against which a cut end is found. */
export interface AuditCheckpoint {
  readonly sequence: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: AuditCheckpoint }
  | { readonly intact: false; readonly at: number; readonly problem: 'edited' | 'cut' | 'not-chained' };

/** Entries read at a time: keeps memory flat however long the chain is. */
const PAGE = 500;

/** Walks the whole chain and names the first entry that is not as it was written. */
export function verifyAudit(database: ReadableDatabase, checkpoint?: AuditCheckpoint): AuditVerdict {
  let head: AuditCheckpoint = { sequence: 0, hash: AUDIT_BEGINNING };
  for (let page = readPage(database, 0); page.length > 0; page = readPage(database, head.sequence)) {
    for (const entry of page) {
      const problem = judge(entry, head, checkpoint);
      if (problem) return { intact: false, at: entry.sequence, problem };
      head = entry;
    }
  }
  if (checkpoint && checkpoint.sequence > head.sequence)
    return { intact: false, at: head.sequence + 1, problem: 'cut' };
  return { intact: true, entries: head.sequence, head: { sequence: head.sequence, hash: head.hash } };
}

function readPage(database: ReadableDatabase, after: number): AuditRow[] {
  return auditEntriesAfter(database, after, PAGE);
}

function judge(entry: AuditRow, head: AuditCheckpoint, checkpoint: AuditCheckpoint | undefined) {
  if (entry.sequence !== head.sequence + 1) return 'cut';
  if (entry.hash !== auditHash(entry)) return 'edited';
  if (entry.previousHash !== head.hash) return 'not-chained';
  if (checkpoint?.sequence === entry.sequence && checkpoint.hash !== entry.hash) return 'edited';
  return null;
}
