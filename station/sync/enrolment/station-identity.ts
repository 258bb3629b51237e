import { z } from 'zod';
import {
  type EnrolmentAnswer,
  type PublicKey,
  publicKeySchema,
} from '../../../contract/central/enrolment.ts';
import type { EnrolmentFilePayload } from '../../../contract/central/enrolment-file.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Store } from '../../store/database.ts';
import {
  confirmPin,
  dropRenewal,
  dropUnconfirmedPin,
  readPin,
  readReceivingKey,
  readRenewal,
  readStationKey,
  writePin,
  writeReceivingKey,
  writeRenewal,
  writeStationKey,
} from '../../store/tables/central.ts';
import { hasSealed } from '../../store/tables/packets.ts';
import { dropRevocation, readRevocation, writeRevocation } from '../../store/tables/revocation.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import { makeReceivingKey, type ReceivingKey, receivingKeySchema } from '../sealing/receiving-key.ts';
import type { SealingKeys } from '../sealing/sealer.ts';
import { makeStationKey, publicHalf, type StationKey, stationKeySchema } from '../sealing/station-key.ts';
import { EnrolmentError } from './enrolment-error.ts';

export interface StationIdentity {
  /** What central is told at enrolment. */
  readonly publicKey: PublicKey;
  /** What central seals to for this station; told with every question. */
  readonly receivingKey: ReceivingKey;
  /** Null until central's keys are pinned. */
  keys(): SealingKeys | null;
  /** Null until central's keys are pinned. */
  pinned(): PinnedCentral | null;
  /** Pins central's keys, durably and once. Throws `StoreError` when something is pinned already. */
  pin(answer: EnrolmentAnswer): void;
  /**
   * Pins the keys an enrolment file tells, so that packets can be sealed before there is any line. Telling the same
   * station again keeps its code for when it is revoked, and changes nothing else, whenever. Throws `EnrolmentError`: `file-expired`, or `enrolled-elsewhere` when another
   * is pinned that central has confirmed or that packets were sealed for.
   */
  pinFromFile(payload: EnrolmentFilePayload): void;
  /** Code to ask central with whether it agrees to what a file told; null when there is nothing to ask. */
  unconfirmedCode(): string | null;
  /** Code to be enrolled again with when central says that this station was revoked; null when no file told one. */
  renewalCode(): string | null;
  /** What central answered to either code. Throws `EnrolmentError` `other-central` when it is not what was pinned. */
  confirm(answer: EnrolmentAnswer): void;
  /** Central has said that it revoked this station, and nothing since that ends it. Outlives a restart. */
  isRevoked(): boolean;
  /** Central says so now; durable when it returns. */
  noteRevoked(): void;
  /** Central has signed something for this station since: it takes its word again. */
  noteTaken(): void;
  /** Whether a reply to the carried file of this number was made after central said that it revoked this station, if it did. */
  isReplyOfNow(number: number): boolean;
}

const pinSchema = z.object({
  stationId: z.string(),
  sealingKey: z.string(),
  signingKey: z.string(),
  unconfirmedCode: z.string().nullable(),
});

interface Pinned extends EnrolmentAnswer {
  readonly unconfirmedCode: string | null;
}

/** Reads who this station is from the store; its keys are made at the first start. */
export function openStationIdentity(store: Store, clock: Clock): StationIdentity {
  const signingKey = store.transaction((database) => {
    const kept = readStationKey(database);
    if (kept !== null) return stationKeySchema.parse(JSON.parse(kept));
    const made = makeStationKey();
    writeStationKey(database, JSON.stringify(made));
    return made;
  });
  const receivingKey = store.transaction((database) => {
    const kept = readReceivingKey(database);
    if (kept !== null) return receivingKeySchema.parse(JSON.parse(kept));
    const made = makeReceivingKey();
    writeReceivingKey(database, JSON.stringify(made));
    return made;
  });
  let pinned = readPinned(store);
  let revocation = readRevocation(store.read);

  return {
    publicKey: publicHalf(signingKey),
    receivingKey,
    keys: () => pinned && toSealingKeys(pinned, signingKey),
    pinned: () => pinned && { stationId: pinned.stationId, signingKey: pinned.signingKey },
    pin(answer) {
      store.transaction((database) => writePin(database, answer, clock.now()));
      pinned = { ...answer, unconfirmedCode: null };
    },
    pinFromFile({ stationId, sealingKey, signingKey, code, expiresAt }) {
      const told = { stationId, sealingKey, signingKey };
      if (pinned !== null && isSame(pinned, told)) {
        if (pinned.unconfirmedCode === null) store.transaction((database) => writeRenewal(database, code));
        return;
      }
      if (pinned !== null && (pinned.unconfirmedCode === null || hasSealed(store.read)))
        throw new EnrolmentError('enrolled-elsewhere');
      if (expiresAt <= clock.now()) throw new EnrolmentError('file-expired');
      store.transaction((database) => {
        dropUnconfirmedPin(database);
        dropRevocation(database);
        writePin(database, told, clock.now(), code);
      });
      revocation = null;
      pinned = { ...told, unconfirmedCode: code };
    },
    unconfirmedCode: () => pinned?.unconfirmedCode ?? null,
    renewalCode: () => readRenewal(store.read),
    confirm(answer) {
      if (pinned === null || !isSame(pinned, answer)) throw new EnrolmentError('other-central');
      store.transaction((database) => {
        confirmPin(database);
        dropRenewal(database);
        dropRevocation(database);
      });
      pinned = { ...pinned, unconfirmedCode: null };
      revocation = null;
    },
    isRevoked: () => revocation !== null,
    noteRevoked() {
      if (revocation !== null) return;
      store.transaction((database) => writeRevocation(database, clock.now()));
      revocation = readRevocation(store.read);
    },
    noteTaken() {
      if (revocation === null) return;
      store.transaction(dropRevocation);
      revocation = null;
    },
    isReplyOfNow: (number) => revocation === null || number > revocation.carried,
  };
}

function toSealingKeys(pinned: EnrolmentAnswer, signingKey: StationKey): SealingKeys {
  return { stationId: pinned.stationId, sealingKey: pinned.sealingKey, signingKey };
}

function isSame(one: EnrolmentAnswer, other: EnrolmentAnswer): boolean {
  return (
    one.stationId === other.stationId &&
    one.sealingKey.x === other.sealingKey.x &&
    one.signingKey.x === other.signingKey.x
  );
}

function readPinned(store: Store): Pinned | null {
  const row = readPin(store.read);
  if (row === null) return null;
  const { stationId, sealingKey, signingKey, unconfirmedCode } = pinSchema.parse(row);
  return {
    stationId,
    unconfirmedCode,
    sealingKey: publicKeySchema.parse(JSON.parse(sealingKey)),
    signingKey: publicKeySchema.parse(JSON.parse(signingKey)),
  };
}
