import { changesSchema, type KioskOfficer, kioskOfficersSchema } from '../../../contract/central/downlink.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import { openSealed, type ReceivingKey } from '../sealing/receiving-key.ts';
import { readSigned } from '../wire/signed-answer.ts';
import type { ReceivedChanges } from './receive-changes.ts';

/** What central said after one cursor, verified and opened. */
export interface OpenedPage {
  readonly from: string;
  readonly cursor: string;
  readonly more: boolean;
  readonly changes: ReceivedChanges;
}

/** Null when it is not signed by central for this station, or its officers are not sealed to it: none of it may be believed. */
export async function openPage(
  token: string,
  central: PinnedCentral,
  receivingKey: ReceivingKey,
): Promise<OpenedPage | null> {
  const page = await readSigned(token, changesSchema, central.signingKey);
  if (page === null || page.stationId !== central.stationId) return null;
  let officers: readonly KioskOfficer[] | null = null;
  if (page.officers) {
    officers = await openSealed(page.officers, kioskOfficersSchema, receivingKey);
    if (officers === null) return null;
  }
  const { from, cursor, more, statuses, complaints = [], catalog, settings = null } = page;
  return { from, cursor, more, changes: { statuses, complaints, catalog, officers, settings } };
}
