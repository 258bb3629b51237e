import type {
  EnrolmentProblem,
  OutboxItem,
  OutboxShow,
  OutboxSummary,
  PacketState,
} from '../../contract/domain/outbox.ts';
import type { SendingSettings } from '../../contract/domain/sending.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { BundleFiles } from '../store/bundles/bundle-files.ts';
import type { ReadableDatabase, Store, WritableDatabase } from '../store/database.ts';
import { readDownlink } from '../store/tables/central.ts';
import { refusedMedia } from '../store/tables/media-outbox.ts';
import { insertPacket, nextCounter, packetStateOf } from '../store/tables/packets.ts';
import type { ReceiveChanges, ReceivedChanges } from './downlink/receive-changes.ts';
import { createSyncEngine } from './engine.ts';
import { EnrolmentError } from './enrolment/enrolment-error.ts';
import { readEnrolmentFile } from './enrolment/enrolment-file.ts';
import { openStationIdentity } from './enrolment/station-identity.ts';
import { COMPLAINT_MEDIA_PACKETS } from './feedback/complaint-media-packets.ts';
import {
  createHandCarry,
  type HandCarry,
  type HandCarryDependencies,
} from './hand-carry/create-hand-carry.ts';
import type { Drives } from './hand-carry/drives.ts';
import { createDeliveredCheck } from './outbox/delivered-check.ts';
import { createOutboxView, type OutboxPage } from './outbox/outbox-view.ts';
import { createLineRate } from './outbox/pacing/line-rate.ts';
import { createPacing } from './outbox/pacing/pacing.ts';
import { createSentMeter } from './outbox/pacing/sent-meter.ts';
import { createPacketLedger } from './outbox/packet-ledger.ts';
import { applicationPackets } from './outbox/packet-table.ts';
import { createProgress } from './outbox/progress.ts';
import { createResting } from './outbox/resting.ts';
import { keepRetention } from './outbox/retention.ts';
import { createSealer, type SealedPacket, type Sealer } from './sealing/sealer.ts';
import { type AskStatus, createAskStatus } from './status/ask-status.ts';
import { type CentralAddress, createSyncRound } from './sync-round.ts';
import { createCentralClient } from './wire/central-client.ts';
import { createExchange } from './wire/exchange.ts';
import { stationToken } from './wire/station-token.ts';

/** The outbox and the line to central. */
export interface Sync {
  readonly sealer: Sealer;
  /** Draws the next packet counter, for good. */
  nextCounter(database: WritableDatabase): number;
  insertPacket(database: WritableDatabase, sealed: SealedPacket, at: number): void;
  /** Throws `RangeError` for a packet that was never inserted. */
  stateOf(database: ReadableDatabase, packetId: string): PacketState;
  /** After the commit of a new packet. */
  wake(): void;
  setCentral(address: CentralAddress): void;
  /** Asks central now after one application; nothing else waits for it or is held up by it. */
  readonly askStatus: AskStatus;
  /**
   * Takes an enrolment file and answers where central is by it. Null when it was refused, which the summary then tells,
   * or when it speaks of no line.
   */
  acceptEnrolmentFile(file: EnrolmentFileGiven): Promise<CentralAddress | null>;
  /** `evenIfHeld` passes over quiet hours and budget for one run. Pictures and voice notes that were refused are tried once more. */
  sendNow(evenIfHeld?: boolean): void;
  summary(): OutboxSummary;
  /** Whether nothing is being said to central right now. */
  isIdle(): boolean;
  items(show: OutboxShow, after: string | null, limit: number): OutboxPage;
  /** Lets a quarantined packet try again; any other packet stays as it is. Null when there is no such packet. */
  retry(packetId: string): OutboxItem | null;
  /** The outbox without a line. */
  readonly handCarry: HandCarry;
  /** Quiet hours and budget, durably. */
  changeSettings(settings: SendingSettings): void;
  close(): Promise<void>;
}

export interface EnrolmentFileGiven {
  readonly content: string;
  /** As the office told it on paper; null when nobody typed it. */
  readonly fingerprint: string | null;
}

export interface SyncDependencies {
  readonly store: Store;
  /** Those of the store's data folder. */
  readonly bundles: BundleFiles;
  readonly clock: Clock;
  readonly events: StationEvents;
  /** Told to central at enrolment. */
  readonly stationName: string;
  readonly receive: ReceiveChanges;
  /** Told after each commit of what `receive` was given. */
  readonly received?: (changes: ReceivedChanges) => void;
  /** Where files may be written that are carried by hand. */
  readonly drives: Drives;
  /** Opens files of a drive; another in tests of drives that fail. */
  readonly openFile?: HandCarryDependencies['openFile'];
  /** In [0, 1): spreads retries. */
  readonly random: () => number;
  readonly onTrouble: (error: unknown) => void;
}

/** Refused pictures and voice notes that one touch tries again: a central that refuses them still has them sent for nothing. */
const MOST_MEDIA_AGAIN = 5;

export function createSync(dependencies: SyncDependencies): Sync {
  const { store, clock, events, random } = dependencies;
  const identity = openStationIdentity(store, clock);
  const resting = createResting(clock, random);
  const table = applicationPackets(dependencies.bundles);
  const ledger = createPacketLedger({ ...dependencies, resting, table });
  const mediaLedger = createPacketLedger({ ...dependencies, resting, table: COMPLAINT_MEDIA_PACKETS });
  const delivered = createDeliveredCheck({ read: store.read, clock, ledger });
  const meter = createSentMeter(dependencies);
  const pacing = createPacing({ store, clock, meter });
  const progress = createProgress(clock, events);
  const rate = createLineRate(clock);
  const exchange = createExchange(clock, meter.add);
  const received = (changes: ReceivedChanges) => {
    if (changes.settings) {
      pacing.reload();
      engine.paceChanged();
    }
    dependencies.received?.(changes);
  };
  const engine = createSyncEngine({
    ...dependencies,
    resting,
    pacing,
    round: createSyncRound({
      ...dependencies,
      pacing,
      progress,
      rate,
      exchange,
      identity,
      delivered,
      table,
      ledger,
      mediaLedger,
      resting,
      onContact: () => engine.contacted(),
      onProgress: () => engine.progressed(),
      received,
    }),
    lastContactAt: readDownlink(store.read)?.receivedAt ?? null,
  });
  let baseUrl: string | null = null;
  const askStatus = createAskStatus({
    clock,
    pacing,
    pinned: identity.pinned,
    client: () =>
      baseUrl === null
        ? null
        : createCentralClient({
            exchange,
            baseUrl,
            token: () => stationToken(identity),
            onContact: engine.contacted,
          }),
  });
  const stopRetention = keepRetention(dependencies);
  let fileProblem: EnrolmentProblem | null = null;
  const view = createOutboxView({ read: store.read, clock, resting, pacing, progress, rate, identity });

  return {
    sealer: createSealer({ keys: identity.keys, bundles: dependencies.bundles }),
    nextCounter,
    insertPacket,
    stateOf(database, packetId) {
      const state = packetStateOf(database, packetId);
      if (state === null) throw new RangeError('no such packet');
      return state;
    },
    wake: engine.wake,
    setCentral(address) {
      baseUrl = address.url;
      engine.setCentral(address);
    },
    askStatus,
    async acceptEnrolmentFile({ content, fingerprint }) {
      try {
        const payload = await readEnrolmentFile(content, fingerprint);
        identity.pinFromFile(payload);
        fileProblem = null;
        const { centralUrl, code } = payload;
        return centralUrl === null ? null : { url: centralUrl, enrolmentCode: code };
      } catch (error) {
        if (!(error instanceof EnrolmentError)) throw error;
        fileProblem = error.kind;
        return null;
      } finally {
        events.publish({ type: 'outbox-changed' });
      }
    },
    sendNow(evenIfHeld = false) {
      delivered.ask();
      for (const id of refusedMedia(store.read, MOST_MEDIA_AGAIN)) mediaLedger.move(id, { kind: 'retried' });
      engine.sendNow(evenIfHeld);
    },
    summary: () => view.summary(engine.state(), fileProblem),
    isIdle: () => !engine.state().busy,
    items: (show, after, limit) => view.items(engine.state(), show, after, limit),
    retry(packetId) {
      if (ledger.move(packetId, { kind: 'retried' })) engine.wake();
      return view.item(engine.state(), packetId);
    },
    changeSettings(settings) {
      pacing.change(settings);
      engine.paceChanged();
    },
    handCarry: createHandCarry({ ...dependencies, identity, ledger, mediaLedger, received }),
    async close() {
      stopRetention();
      await engine.close();
      exchange.close();
      meter.close();
    },
  };
}
