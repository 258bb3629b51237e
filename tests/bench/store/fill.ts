import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { formatTrackingCode } from '../../../contract/domain/tracking-code.ts';
import type { Store, WritableDatabase } from '../../../station/store/database.ts';
import { putApplication } from '../../../station/store/tables/applications.ts';
import { insertDraft } from '../../../station/store/tables/drafts.ts';
import { insertPacket, nextCounter } from '../../../station/store/tables/packets.ts';
import { passportReplacement } from '../../e2e/support/counter.ts';

/** Rows in one transaction: enough that the filling is quick, little enough that the write-ahead log stays small. */
const PER_TRANSACTION = 500;
/** A sealed core of one application is about this long. */
const SEALED_CHARACTERS = 6_000;

/** Puts this many drafts, applications and waiting packets into a store, as years of use would. */
export function fillStore(store: Store, count: number): void {
  const serviceKey = passportReplacement().key;
  for (let done = 0; done < count; done += PER_TRANSACTION) {
    store.transaction((database) => {
      for (let number = done; number < Math.min(count, done + PER_TRANSACTION); number += 1) {
        putDraft(database, serviceKey, number);
        putPacket(database, serviceKey, number);
      }
    });
  }
}

function putDraft(database: WritableDatabase, serviceKey: string, number: number): void {
  const at = Date.now() - number * 1_000;
  insertDraft(database, {
    id: v7(),
    serviceKey,
    catalogVersion: 1,
    ticketId: null,
    ticketNumber: null,
    correctsApplicationId: null,
    officerId: null,
    revision: 1,
    values: JSON.stringify({
      'identity.fullName': `SPESIMEN ${number}`,
      'address.street': 'JL. CONTOH NO. 7',
    }),
    leftForOffice: '[]',
    readings: '[]',
    remarks: '{}',
    documentAnswers: '{}',
    currentStep: 'identity',
    fullName: `SPESIMEN ${number}`,
    consentGivenAt: null,
    createdAt: at,
    savedAt: at,
    discardedAt: null,
  });
}

function putPacket(database: WritableDatabase, serviceKey: string, number: number): void {
  const at = Date.now() - number * 1_000;
  const [applicationId, packetId] = [v7(), v7()];
  const digest = createHash('sha256').update(applicationId).digest();
  const trackingCode = formatTrackingCode(digest.subarray(0, 5));
  putApplication(database, {
    id: applicationId,
    trackingCode,
    serviceKey,
    maskedName: 'S*** S***',
    revision: 1,
    packetId,
    values: JSON.stringify({ 'identity.fullName': `SPESIMEN ${number}` }),
    ticketNumber: null,
    stageKey: 'stored-offline',
    stageSince: at,
    remark: null,
    fieldRemarks: '{}',
    returned: 0,
    appointmentAt: null,
    appointmentPlace: null,
    submittedAt: at,
  });
  const core = {
    packetId,
    applicationId,
    revision: 1,
    sha256: digest.toString('hex'),
    sealed: 'x'.repeat(SEALED_CHARACTERS),
    bundleByteLength: 0,
  };
  insertPacket(
    database,
    { core, counter: nextCounter(database), bundle: null, trackingCode, serviceKey },
    at,
  );
}
