import { LARGEST_BATCH, type PacketCore } from '../../../contract/central/packet.ts';
import type { Clock } from '../../clock/clock.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import { nextPackets, sealedOf, type WaitingPacket } from '../../store/tables/packets.ts';
import type { CentralClient } from '../wire/central-client.ts';
import { concernsLine } from '../wire/failure.ts';
import { WireError } from '../wire/wire-error.ts';
import type { PinnedCentral } from './acknowledgement.ts';
import type { KnownOffsets } from './known-offsets.ts';
import { createLineRate } from './pacing/line-rate.ts';
import type { Pacing } from './pacing/pacing.ts';
import type { PacketLedger } from './packet-ledger.ts';
import type { Refusals } from './refusals.ts';
import type { Resting } from './resting.ts';
import { answerFor, failed, judge } from './verdict.ts';

/** About 80 kB: enough to tell how fast the line is, and bundles may follow soon. */
const FIRST_BATCH = 16;
/** Bodies above this are refused by common proxies; a batch also shrinks by itself when one says 413. */
const LARGEST_BATCH_BYTES = 4 * 1024 * 1024;

export interface LaneDependencies {
  readonly read: ReadableDatabase;
  readonly ledger: PacketLedger;
  readonly resting: Resting;
  readonly refusals: Refusals;
  readonly offsets: KnownOffsets;
  /** Called when the line has brought something across for good. */
  readonly onProgress: () => void;
  readonly pacing: Pacing;
}

export interface LaneCall {
  readonly client: CentralClient;
  readonly central: PinnedCentral;
  readonly signal: AbortSignal;
}

export interface CoreLaneDependencies extends LaneDependencies {
  readonly clock: Clock;
}

export interface CoreLane {
  /** Whether one waits that may go now. */
  mayGo(): boolean;
  /** How fast they went, with the time central took for them; null before enough was sent to tell. */
  bytesPerSecond(): number | null;
  /**
   * Sends one batch. False when no core may go now. Throws `WireError` when the line or central as a whole failed,
   * `StoreError` when the answers could not be written down.
   */
  sendOnce(call: LaneCall): Promise<boolean>;
}

interface Waiting {
  readonly packet: WaitingPacket;
  readonly core: PacketCore;
}

/** Lane 1: the small sealed cores, in batches that grow from success to success and shrink when something in them, or their size, is refused. */
export function createCoreLane(dependencies: CoreLaneDependencies): CoreLane {
  const { clock, read, ledger, resting, refusals, offsets, pacing, onProgress } = dependencies;
  const rate = createLineRate(clock);
  let largest = FIRST_BATCH;

  const isQuiet = () => pacing.quietUntil() !== null;
  const isResting = ({ packetId }: WaitingPacket) => resting.isResting(packetId);

  function take(): Waiting[] {
    const batch: Waiting[] = [];
    let bytes = 0;
    for (const packet of nextPackets(read, 'sealed', largest + resting.count())) {
      if (batch.length === largest || isResting(packet)) continue;
      const sealed = sealedOf(read, packet.packetId) ?? '';
      bytes += sealed.length;
      if (batch.length > 0 && bytes > LARGEST_BATCH_BYTES) break;
      const { packetId, applicationId, revision, sha256, bundleByteLength } = packet;
      batch.push({
        packet,
        core: { packetId, applicationId, revision, sha256, sealed, bundleByteLength },
      });
    }
    return batch;
  }

  function handle(error: unknown, batch: readonly Waiting[]): void {
    if (!(error instanceof WireError) || error.kind === 'aborted') throw error;
    const packets = batch.map(({ packet }) => packet);
    const alone = packets.length === 1;
    largest = Math.max(1, Math.floor(packets.length / 2));
    if (concernsLine(error)) {
      if (error.kind !== 'unreachable' && error.kind !== 'refused') ledger.countTries(packets);
      throw error;
    }
    if (!alone) return;
    ledger.settle(packets.map((packet) => failed(packet, null)));
    if (refusals.refused()) throw error;
  }

  async function send(batch: readonly Waiting[], { client, signal }: LaneCall) {
    const end = rate.begin();
    try {
      const answers = await client.sendBatch(
        batch.map(({ core }) => core),
        signal,
      );
      rate.sent(batch.reduce((sum, { core }) => sum + core.sealed.length, 0));
      return answers;
    } finally {
      end();
    }
  }

  return {
    mayGo() {
      return !isQuiet() && !nextPackets(read, 'sealed', 1 + resting.count()).every(isResting);
    },
    bytesPerSecond: rate.bytesPerSecond,
    async sendOnce(call) {
      const batch = isQuiet() ? [] : take();
      if (batch.length === 0) return false;
      try {
        const answers = await send(batch, call);
        const verdicts = await Promise.all(
          batch.map(({ packet }) => judge(packet, answerFor(packet.packetId, answers), call.central)),
        );
        ledger.settle(verdicts);
        if (verdicts.some(({ rested }) => !rested)) onProgress();
        for (const { packet, wantedFrom } of verdicts)
          if (wantedFrom !== null) offsets.note(packet.packetId, wantedFrom);
        refusals.accepted();
        largest = Math.min(LARGEST_BATCH, 2 * largest);
      } catch (error) {
        handle(error, batch);
      }
      return true;
    },
  };
}
