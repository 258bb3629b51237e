import type { KioskOfficer } from '../../contract/central/downlink.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Audit } from '../audit/audit.ts';
import type { WritableDatabase } from '../store/database.ts';
import { officersOfOffice, putOfficerOfOffice, revokeOfficer } from '../store/tables/officers.ts';

/**
 * Brings the officers whom the office decides of to its list, inside the caller's transaction; who was added here is left
 * alone. A PIN is taken over when the office gave another one. Call `Access.officersChanged` after the commit.
 */
export function receiveOfficers(
  database: WritableDatabase,
  told: readonly KioskOfficer[],
  at: Instant,
  audit: Audit,
): void {
  const known = new Map(officersOfOffice(database).map((officer) => [officer.id, officer]));
  const note = (action: 'officer-added' | 'officer-changed' | 'officer-revoked', subjectId: string) =>
    audit.append(database, { action, outcome: 'by-office', subjectId });

  for (const officer of told) {
    if (officer.revokedAt !== null) continue;
    const before = known.get(officer.id);
    putOfficerOfOffice(database, officer, at);
    if (!before || before.revokedAt !== null) note('officer-added', officer.id);
    else if (
      before.name !== officer.name ||
      before.role !== officer.role ||
      before.officePinHash !== officer.pinHash
    )
      note('officer-changed', officer.id);
  }
  const allowed = new Set(told.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id));
  for (const { id, revokedAt } of known.values()) {
    if (allowed.has(id) || revokedAt !== null) continue;
    revokeOfficer(database, id, at);
    note('officer-revoked', id);
  }
}
