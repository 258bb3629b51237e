import type { EnrolmentRequest } from '../../contract/central/enrolment.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Store } from '../store/database.ts';
import { pullChanges } from './downlink/pull-changes.ts';
import type { ReceiveChanges, ReceivedChanges } from './downlink/receive-changes.ts';
import { createRenewal } from './enrolment/renewal.ts';
import type { StationIdentity } from './enrolment/station-identity.ts';
import { COMPLAINT_MEDIA_PACKETS } from './feedback/complaint-media-packets.ts';
import { createFeedbackLane } from './feedback/feedback-lane.ts';
import { createBundleLane } from './outbox/bundle-lane.ts';
import { createCoreLane, type LaneCall } from './outbox/core-lane.ts';
import { createCoresBeside } from './outbox/cores-beside.ts';
import type { DeliveredCheck } from './outbox/delivered-check.ts';
import { createKnownOffsets } from './outbox/known-offsets.ts';
import type { LineRate } from './outbox/pacing/line-rate.ts';
import type { Pacing } from './outbox/pacing/pacing.ts';
import type { PacketLedger } from './outbox/packet-ledger.ts';
import type { PacketTable } from './outbox/packet-table.ts';
import { createProgress, type Progress } from './outbox/progress.ts';
import { createRefusals } from './outbox/refusals.ts';
import type { Resting } from './outbox/resting.ts';
import { SealingError } from './sealing/sealing-error.ts';
import { type CentralClient, createCentralClient } from './wire/central-client.ts';
import type { Exchange } from './wire/exchange.ts';
import { isRevoked } from './wire/failure.ts';
import { stationToken } from './wire/station-token.ts';
import { WireError } from './wire/wire-error.ts';

export interface CentralAddress {
  readonly url: string;
  /** One-time code, used when the station is not enrolled yet. */
  readonly enrolmentCode: string | null;
}

export interface SyncRoundDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly stationName: string;
  readonly exchange: Exchange;
  readonly identity: StationIdentity;
  /** Of the applications. */
  readonly table: PacketTable;
  readonly ledger: PacketLedger;
  /** Of the pictures and voice notes of complaints. */
  readonly mediaLedger: PacketLedger;
  readonly resting: Resting;
  readonly pacing: Pacing;
  readonly progress: Progress;
  readonly rate: LineRate;
  readonly receive: ReceiveChanges;
  readonly received: (changes: ReceivedChanges) => void;
  readonly delivered: DeliveredCheck;
  /** Called whenever central has answered. */
  readonly onContact: () => void;
  /** Called when the line has brought something across for good. */
  readonly onProgress: () => void;
}

export interface SyncRound {
  /**
   * One round: enrols if need be, and again where central says it was revoked and the office gave a new code, sends every core that may go, what
   * citizens said, then bundles, then asks what changed, and last sends what citizens showed and recorded. Throws `WireError`, `StoreError`, or
   * `SealingError` `not-enrolled` when there is no code to enrol with.
   */
  run(address: CentralAddress, signal: AbortSignal): Promise<void>;
  /** Something new may wait: what is small does not wait for the bundles under way. */
  wake(): void;
}

export function createSyncRound(dependencies: SyncRoundDependencies): SyncRound {
  const { store, clock, events, exchange, identity, ledger, mediaLedger, delivered, onContact } =
    dependencies;
  const laneDependencies = {
    ...dependencies,
    read: store.read,
    refusals: createRefusals(),
    offsets: createKnownOffsets(),
  };
  const cores = createCoreLane(laneDependencies);
  const bundles = createBundleLane({ ...laneDependencies, cores, beside: createCoresBeside(cores) });
  const media = createBundleLane({
    ...laneDependencies,
    cores,
    beside: null,
    ledger: mediaLedger,
    table: COMPLAINT_MEDIA_PACKETS,
    // Of its own: what is told of the outbox is told of applications.
    progress: createProgress(clock, events),
  });
  const feedback = createFeedbackLane({ ...dependencies, keys: identity.keys });

  function enrolmentRequest(code: string): EnrolmentRequest {
    return { code, stationName: dependencies.stationName, signingKey: identity.publicKey };
  }

  async function enrol(client: CentralClient, code: string | null, signal: AbortSignal): Promise<void> {
    if (code === null) throw new SealingError('not-enrolled');
    const answer = await client.enrol(enrolmentRequest(code), signal);
    if (identity.unconfirmedCode() === null) identity.pin(answer);
    else identity.confirm(answer);
    events.publish({ type: 'outbox-changed' });
  }

  const renew = createRenewal(identity, async (client, code, signal) =>
    client.enrol(enrolmentRequest(code), signal),
  );

  /** One signature a talk is enough: central looks the station up for each request all the same. */
  function open({ url }: CentralAddress): CentralClient {
    let signed: Promise<string> | null = null;
    const token = () => {
      signed ??= stationToken(identity);
      return signed;
    };
    return createCentralClient({ exchange, baseUrl: url, token, onContact });
  }

  /** True when something could be sent. */
  async function sendWaiting(call: LaneCall): Promise<boolean> {
    let sent = await cores.sendOnce(call);
    while (await feedback.sendOnce(call)) sent = true;
    return (await bundles.send(call)) || sent;
  }

  async function talk(client: CentralClient, address: CentralAddress, signal: AbortSignal): Promise<void> {
    const unconfirmed = identity.unconfirmedCode();
    if (unconfirmed !== null) await enrol(client, unconfirmed, signal);
    else if (identity.pinned() === null) await enrol(client, address.enrolmentCode, signal);
    const central = identity.pinned();
    if (central === null) throw new SealingError('not-enrolled');
    const call = { client, central, signal };
    // Last, so that nothing of applications, and nothing central says, ever waits for a picture that will not go through.
    do {
      do {
        while (await sendWaiting(call)) if (signal.aborted) throw new WireError('aborted');
      } while ((await delivered.run(call)) > 0);
      await pullChanges({ ...dependencies, receivingKey: identity.receivingKey }, call);
      // It answered with what it signed for this station.
      identity.noteTaken();
    } while (await media.send(call));
  }

  /** What central says of a revocation is written down before anything else comes of it. */
  async function talkAndNote(address: CentralAddress, signal: AbortSignal): Promise<void> {
    try {
      await talk(open(address), address, signal);
    } catch (error) {
      if (isRevoked(error)) identity.noteRevoked();
      throw error;
    }
  }

  return {
    async run(address, signal) {
      ledger.recover();
      mediaLedger.recover();
      try {
        await talkAndNote(address, signal);
      } catch (error) {
        if (!isRevoked(error) || !(await renew(open(address), address.enrolmentCode, signal))) throw error;
        events.publish({ type: 'outbox-changed' });
        await talkAndNote(address, signal);
      }
    },
    wake: bundles.wake,
  };
}
