import type { Face } from '../../contract/shell/face.ts';
import type { Clock } from '../clock/clock.ts';
import type { WritableDatabase } from '../store/database.ts';
import { type AuditRow, insertAuditEntry, lastAuditEntry } from '../store/tables/audit.ts';
import { AUDIT_BEGINNING, auditHash } from './hash.ts';

/** What is worth telling. */
export type AuditAction =
  | 'officer-added'
  | 'officer-changed'
  | 'officer-revoked'
  | 'pin-changed'
  | 'signed-in'
  | 'signed-out'
  | 'locked'
  | 'pin-locked-out'
  | 'command-refused'
  | 'ticket-issued'
  | 'ticket-served'
  | 'ticket-closed'
  | 'ticket-called'
  | 'ticket-transferred'
  | 'ticket-reopened'
  | 'draft-started'
  | 'draft-discarded'
  | 'draft-forgotten'
  | 'draft-restored'
  | 'passport-read'
  | 'identity-card-read'
  | 'reading-settled'
  | 'application-submitted'
  | 'application-viewed'
  | 'correction-started'
  | 'status-asked'
  | 'complaint-received'
  | 'complaint-answered'
  | 'catalog-read'
  | 'paper-reprinted'
  | 'packet-retried'
  | 'carry-file-saved'
  | 'carry-replies-read'
  | 'sending-settings-changed'
  | 'sent-over-limits'
  | 'unattended-hours-changed'
  | 'station-enrolled';

export interface AuditFact {
  readonly action: AuditAction;
  /** `done`, or why not. */
  readonly outcome: string;
  readonly face?: Face | null;
  readonly officerId?: string | null;
  /** Id of the ticket, draft, application or paper; never a name or number of a citizen. */
  readonly subjectId?: string | null;
}

export interface Audit {
  /** Writes one entry in the transaction of what it tells, chained to the entry before it. */
  append(database: WritableDatabase, fact: AuditFact): void;
}

export function createAudit(clock: Clock): Audit {
  return {
    append(database, fact) {
      const last = lastAuditEntry(database);
      const entry: Omit<AuditRow, 'hash'> = {
        sequence: (last?.sequence ?? 0) + 1,
        wallClock: clock.now(),
        elapsed: Math.round(clock.elapsed()),
        face: fact.face ?? null,
        officerId: fact.officerId ?? null,
        action: fact.action,
        subjectId: fact.subjectId ?? null,
        outcome: fact.outcome,
        previousHash: last?.hash ?? AUDIT_BEGINNING,
      };
      insertAuditEntry(database, { ...entry, hash: auditHash(entry) });
    },
  };
}
