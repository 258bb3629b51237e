import { type CarryHead, carryFileName } from '../../../contract/central/hand-carry.ts';
import type { CarryNews, CarryOverview, ReadReply } from '../../../contract/station/hand-carry.ts';
import { tellWhile } from '../../rpc/tell-while.ts';
import type { BundleFiles } from '../../store/bundles/bundle-files.ts';
import { drawCarryNumber, lastReplied, lastSaved, setCarrySaved } from '../../store/tables/carried-files.ts';
import { readDownlink } from '../../store/tables/central.ts';
import { outboxTotals } from '../../store/tables/packet-lists.ts';
import type { ApplyDependencies } from '../downlink/apply-pages.ts';
import type { StationIdentity } from '../enrolment/station-identity.ts';
import { sealNewMedia } from '../feedback/seal-media.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import type { PacketLedger } from '../outbox/packet-ledger.ts';
import { receivingHalf } from '../sealing/receiving-key.ts';
import { sealEnrolment } from '../sealing/seal-enrolment.ts';
import type { SealingKeys } from '../sealing/sealer.ts';
import { SealingError } from '../sealing/sealing-error.ts';
import { carryBytes } from './carry-bytes.ts';
import { CarryError, driveTrouble } from './carry-error.ts';
import { driveEntries } from './drive-entries.ts';
import type { Drives, MountedDrive } from './drives.ts';
import { LARGEST_SAID_BYTES, planFeedback } from './plan-feedback.ts';
import { planFile } from './plan-file.ts';
import { planMedia } from './plan-media.ts';
import { receiveReplies } from './receive-replies.ts';
import { replyFiles } from './reply-files.ts';
import { writeFileVerified } from './write-file.ts';

/** The upload without a line. What is written stays in the outbox until central's reply, or the line, delivers it. */
export interface HandCarry {
  overview(): Promise<CarryOverview>;
  /** Ends with `done` or `failed`; ended from outside, nothing stays on the drive. Throws `StoreError`. */
  save(driveKey: string, signal: AbortSignal | undefined): AsyncGenerator<CarryNews, void>;
  /** Null when the drive is gone. Throws `StoreError`, or `SealingError` `not-enrolled`. */
  readReplies(driveKey: string): Promise<ReadReply[] | null>;
}

export interface HandCarryDependencies extends ApplyDependencies {
  readonly bundles: BundleFiles;
  readonly identity: StationIdentity;
  /** Told to central where a file enrols the station. */
  readonly stationName: string;
  readonly ledger: PacketLedger;
  readonly mediaLedger: PacketLedger;
  readonly drives: Drives;
  readonly openFile?: Parameters<typeof writeFileVerified>[0]['openFile'];
}

export function createHandCarry(dependencies: HandCarryDependencies): HandCarry {
  const { store, clock, events, identity, ledger, drives, openFile } = dependencies;
  const sources = { read: store.read, bundles: dependencies.bundles };
  const { receivingKey } = identity;
  let isWriting = false;

  async function findDrive(driveKey: string): Promise<MountedDrive | null> {
    return (await drives.list()).find(({ key }) => key === driveKey) ?? null;
  }

  /** A station that went back to a backup would give a number again whose file may hold what the backup does not. */
  async function drawFreeNumber(folder: string, stationId: string): Promise<number> {
    const taken = new Set((await driveEntries(folder)).map(({ name }) => name));
    return store.transaction((database) => {
      for (;;) {
        const number = drawCarryNumber(database, clock.now());
        if (!taken.has(carryFileName(stationId, number))) return number;
      }
    });
  }

  /** For a central that was never asked, or that may have revoked it: what enrols this station, while that is still to be done. */
  async function enrolmentRequest({ sealingKey }: SealingKeys): Promise<string | null> {
    const code = identity.unconfirmedCode() ?? identity.renewalCode();
    if (code === null) return null;
    const { publicKey } = identity;
    const request = { code, stationName: dependencies.stationName, signingKey: publicKey };
    return await sealEnrolment(request, sealingKey);
  }

  /** A reply central signed for this station says that it is enrolled, unless it may be of before it was revoked. */
  function confirmEnrolment(replies: readonly ReadReply[], { signingKey }: PinnedCentral): void {
    const keys = identity.keys();
    const isAnswered = replies.some(
      (reply) => reply.outcome !== 'refused' && identity.isReplyOfNow(reply.number),
    );
    const isOpen =
      identity.unconfirmedCode() !== null || identity.renewalCode() !== null || identity.isRevoked();
    if (keys === null || !isAnswered || !isOpen) return;
    identity.confirm({ stationId: keys.stationId, sealingKey: keys.sealingKey, signingKey });
  }

  async function makeHead(folder: string, tell: (news: CarryNews) => void, signal: AbortSignal) {
    const keys = identity.keys();
    if (keys === null) throw new CarryError('nothing-waiting');
    const { waiting } = outboxTotals(store.read);
    const plan = await planFile(sources, {
      signal,
      onPacket: (count) => tell({ step: 'preparing', fraction: Math.min(1, count / Math.max(1, waiting)) }),
    });
    for (const packetId of plan.lost) ledger.move(packetId, { kind: 'rejected', reason: 'bundle-lost' });
    const { stationId, signingKey } = keys;
    const number = await drawFreeNumber(folder, stationId).catch((error: unknown) => {
      throw driveTrouble(error);
    });
    while (sealNewMedia(store)) if (signal.aborted) throw new CarryError('aborted');
    const said = await planFeedback(store.read, keys);
    const media = planMedia(store.read, plan.room - LARGEST_SAID_BYTES);
    const madeAt = clock.now();
    const head: CarryHead = {
      format: 'anjungan-hand-carry',
      version: media.length > 0 ? 3 : 2,
      stationId,
      number,
      madeAt,
      enrolment: await enrolmentRequest(keys),
      packets: [...plan.packets],
      feedback: said.map(({ packetId, sha256, sealed }) => ({
        packetId,
        sha256,
        sealedByteLength: sealed.length,
      })),
      ...(media.length > 0 && { media }),
      news: {
        cursor: readDownlink(store.read)?.cursor ?? '',
        receivingKey: receivingHalf(identity.receivingKey),
      },
    };
    return { head, left: plan.left, ...carryBytes(sources, head, said, signingKey) };
  }

  async function write(
    driveKey: string,
    tell: (news: CarryNews) => void,
    signal: AbortSignal,
  ): Promise<CarryNews> {
    const drive = await findDrive(driveKey);
    if (drive === null) throw new CarryError('no-drive');
    const { head, left, byteLength, chunks } = await makeHead(drive.folder, tell, signal);
    const { number, packets } = head;
    const fileName = carryFileName(head.stationId, number);
    await writeFileVerified({
      folder: drive.folder,
      name: fileName,
      byteLength,
      chunks,
      signal,
      onProgress: (step, fraction) => tell({ step, fraction }),
      ...(openFile && { openFile }),
    });
    store.transaction((database) => setCarrySaved(database, number, packets.length, clock.now()));
    events.publish({ type: 'outbox-changed' });
    return { step: 'done', fileName, packets: packets.length, byteLength, left };
  }

  async function attempt(driveKey: string, tell: (news: CarryNews) => void, signal: AbortSignal) {
    if (isWriting) return tell({ step: 'failed', reason: 'busy' });
    isWriting = true;
    try {
      tell(await write(driveKey, tell, signal));
    } catch (error) {
      if (!(error instanceof CarryError)) throw error;
      if (error.kind !== 'aborted') tell({ step: 'failed', reason: error.kind });
    } finally {
      isWriting = false;
    }
  }

  return {
    async overview() {
      const { waiting, waitingBytes } = outboxTotals(store.read);
      const saved = lastSaved(store.read);
      const replied = lastReplied(store.read);
      const isReplied = saved !== null && replied !== null && replied.number >= saved.number;
      return {
        drives: (await drives.list()).map(({ folder: _, ...drive }) => drive),
        waiting,
        waitingBytes,
        lastFile: saved && { ...saved, repliedAt: isReplied ? replied.repliedAt : null },
      };
    },
    save: (driveKey, signal) => tellWhile(signal, (tell, ending) => attempt(driveKey, tell, ending)),
    async readReplies(driveKey) {
      const central = identity.pinned();
      if (central === null) throw new SealingError('not-enrolled');
      const drive = await findDrive(driveKey);
      if (drive === null) return null;
      try {
        const files = await replyFiles(drive.folder);
        const replies = await receiveReplies({ ...dependencies, receivingKey }, central, files);
        confirmEnrolment(replies, central);
        return replies;
      } catch (error) {
        if (error instanceof CarryError) return null;
        throw error;
      } finally {
        events.publish({ type: 'outbox-changed' });
      }
    },
  };
}
