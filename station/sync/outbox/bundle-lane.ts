import type { PacketAnswer } from '../../../contract/central/packet.ts';
import type { Clock } from '../../clock/clock.ts';
import type { BundleReader } from '../../store/bundles/bundle-reader.ts';
import type { WaitingPacket } from '../../store/tables/packets.ts';
import type { BundlePiece } from '../wire/central-client.ts';
import { concernsLine } from '../wire/failure.ts';
import { WireError } from '../wire/wire-error.ts';
import { createAcknowledgedTogether } from './acknowledged-together.ts';
import type { CoreLane, LaneCall, LaneDependencies } from './core-lane.ts';
import type { CoresBeside } from './cores-beside.ts';
import type { LineRate } from './pacing/line-rate.ts';
import type { Claim } from './pacing/pacing.ts';
import type { PacketTable } from './packet-table.ts';
import type { Progress } from './progress.ts';
import { failed, judge, type Verdict } from './verdict.ts';

/**
 * So many that the line is not idle while an answer travels or a connection that was cut is made again, and that a cut
 * costs only a fifth of what is under way. Each holds a piece of a bundle in memory.
 */
const CONNECTIONS = 5;
/** On a fast line it is the disks that are waited for: so many that they and the processors are not idle either. */
const CONNECTIONS_WHEN_FAST = 8;
/** Then so many are written down as being sent at a time, not each for itself. */
const TAKEN_WHEN_FAST = 8;
/** 16 Mbit/s: a bundle takes a third of a second and waiting for a disk counts. */
const FAST_BYTES_PER_SECOND = 2_000_000;

/** How a line breaks that was there. */
const BROKEN: readonly WireError['kind'][] = ['cut', 'stalled'];
/** A line that carried less than this before it broke may have been unlucky, or may be of no use now: each new try costs about 1 kB. */
const WORTH_GOING_ON_BYTES = 16 * 1024;
/** So many tries after one another that carried less; then the line is given time. */
const MOST_IN_VAIN = 3;

export interface BundleLaneDependencies extends LaneDependencies {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly rate: LineRate;
  readonly cores: Pick<CoreLane, 'mayGo' | 'bytesPerSecond'>;
  /** Sends cores while bundles travel; null where bundles end for them. */
  readonly beside: CoresBeside | null;
  /** Whose bundles go; `ledger` keeps the same one. */
  readonly table: PacketTable;
}

/** Central has it all and its answer was lost: it is asked for again, without a byte of the bundle. */
const NOTHING: Claim = { bytes: 0, release() {} };

interface Taken {
  readonly packet: WaitingPacket;
  /** How much of it may go from now on. */
  claim: Claim;
}

export interface BundleLane {
  /**
   * Sends bundles until none may go now, and the cores beside them. False when no bundle could be sent. Throws `WireError`
   * when the line or central as a whole failed, `StoreError` when an answer could not be written down.
   */
  send(call: LaneCall): Promise<boolean>;
  /** A core may have come. It goes beside the bundles under way, which on a slow line take minutes; when there are none nothing happens. */
  wake(): void;
}

/**
 * Lane 2: one request a bundle while the line holds. After a cut central is asked where the bundle stands, and only the
 * rest is sent.
 */
export function createBundleLane(dependencies: BundleLaneDependencies): BundleLane {
  const { clock, read, ledger, resting, refusals, offsets, pacing, progress, rate, table, onProgress } =
    dependencies;
  const { cores, beside } = dependencies;
  const acknowledged = createAcknowledgedTogether(clock, ledger);
  let sendCores = () => {};
  const isFast = () => (rate.bytesPerSecond() ?? cores.bytesPerSecond() ?? 0) >= FAST_BYTES_PER_SECOND;

  /** Written down as `sending`, so that no other connection takes the same packets. None when none may go now. */
  function takeSome(most: number): Taken[] {
    const taken: Taken[] = [];
    for (const packet of table.next(read, most + resting.count())) {
      if (taken.length === most) break;
      if (resting.isResting(packet.packetId)) continue;
      const claim = pacing.claim(packet.bundleByteLength);
      if (claim === null) break;
      taken.push({ packet, claim });
    }
    try {
      ledger.moveAll(packetsOf(taken), { kind: 'bundle-started' });
    } catch (error) {
      for (const { claim } of taken) claim.release();
      throw error;
    }
    return taken;
  }

  async function attempt(taken: Taken, call: LaneCall): Promise<Verdict> {
    const bundle = table.openBundle(read, taken.packet.packetId);
    if (bundle === null) return lost(taken.packet);
    try {
      return await attemptWith(bundle, taken, call);
    } finally {
      bundle.close();
    }
  }

  async function attemptWith(
    bundle: BundleReader,
    taken: Taken,
    { client, central, signal }: LaneCall,
  ): Promise<Verdict> {
    const { packet, claim } = taken;
    const { packetId } = packet;
    const from = offsets.take(packetId) ?? (await client.bundleOffset(packetId, signal));
    if (from > bundle.byteLength) return failed(packet, { kind: 'interrupted' });
    const until = Math.min(bundle.byteLength, from + claim.bytes);
    const answer = await carry(client, taken, { packetId, bundle, from, until }, signal);
    const verdict = await judge(packet, answer, central);
    if (verdict.event === null) return failed(packet, { kind: 'interrupted' });
    if (verdict.wantedFrom === null) return verdict;
    offsets.note(packetId, verdict.wantedFrom);
    // Central has no more of it than before: something eats bytes, and at once would be too soon.
    return { ...verdict, rested: verdict.wantedFrom <= from };
  }

  /** Goes on at once after a cut or a silence, from where central stands, as long as the line carries something now and then. */
  async function carry(
    client: LaneCall['client'],
    taken: Taken,
    piece: BundlePiece,
    signal: AbortSignal,
  ): Promise<PacketAnswer> {
    let inVain = 0;
    for (let { from, until } = piece; ; ) {
      try {
        return await upload(client, { ...piece, from, until }, signal);
      } catch (error) {
        if (!(error instanceof WireError) || !BROKEN.includes(error.kind)) throw error;
        const stands = await client.bundleOffset(piece.packetId, signal);
        inVain = stands < from + WORTH_GOING_ON_BYTES ? inVain + 1 : 0;
        if (inVain >= MOST_IN_VAIN) throw error;
        // What was lost is on the budget as well, so that the rest is claimed anew.
        taken.claim.release();
        const claim = stands < until ? pacing.claim(until - stands) : NOTHING;
        if (claim === null) throw error;
        taken.claim = claim;
        if (inVain === 0) onProgress();
        from = stands;
        until = stands + claim.bytes;
      }
    }
  }

  async function upload(
    client: LaneCall['client'],
    piece: BundlePiece,
    signal: AbortSignal,
  ): Promise<PacketAnswer> {
    const { packetId, from } = piece;
    const end = rate.begin();
    let sent = from;
    progress.note(packetId, from);
    function onSent(bytes: number): void {
      sent += bytes;
      rate.sent(bytes);
      progress.note(packetId, sent);
    }
    try {
      return await client.sendBundle({ ...piece, onSent }, signal);
    } finally {
      end();
    }
  }

  async function sendOne(taken: Taken, call: LaneCall): Promise<void> {
    const { packet } = taken;
    try {
      const verdict = await attempt(taken, call);
      if (verdict.event?.kind === 'acknowledged') acknowledged.add(verdict);
      else ledger.settle([verdict]);
      if (!verdict.rested) onProgress();
      if (verdict.wantedFrom === null) progress.forget(packet.packetId);
      else progress.note(packet.packetId, verdict.wantedFrom);
      refusals.accepted();
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (error.status === 404) {
        progress.forget(packet.packetId);
        return ledger.settle([failed(packet, { kind: 'core-unknown' })]);
      }
      if (error.kind === 'unreadable') {
        progress.forget(packet.packetId);
        return ledger.settle([lost(packet)]);
      }
      const wholeLine = concernsLine(error);
      if (wholeLine && error.kind !== 'unreachable' && error.kind !== 'aborted') ledger.countTries([packet]);
      if (wholeLine) {
        ledger.move(packet.packetId, { kind: 'interrupted' });
        throw error;
      }
      ledger.settle([failed(packet, { kind: 'interrupted' })]);
      if (refusals.refused()) throw error;
    }
  }

  return {
    async send(call) {
      const stop = new AbortController();
      const connections: Promise<void>[] = [];
      const failures: unknown[] = [];
      let taken: Taken[] = [];
      let sent = false;
      /** A line that is not fast is the cores' alone while one waits. Null when there is nothing more to do. */
      async function next(): Promise<Taken | null> {
        for (;;) {
          if (stop.signal.aborted) return null;
          const ready = taken.shift();
          if (ready !== undefined) return ready;
          const batch = beside?.send(call, fail) ?? null;
          if (batch === null && cores.mayGo()) return null;
          if (batch === null || isFast()) taken = takeSome(isFast() ? TAKEN_WHEN_FAST : 1);
          if (taken.length > 0) continue;
          if (batch === null) return null;
          await batch;
        }
      }
      async function connection(): Promise<void> {
        for (let one = await next(); one !== null; one = await next()) {
          sent = true;
          try {
            await sendOne(one, call);
          } finally {
            one.claim.release();
          }
          widen();
        }
      }
      function widen(): void {
        while (connections.length < (isFast() ? CONNECTIONS_WHEN_FAST : CONNECTIONS))
          connections.push(connection().catch(fail));
      }
      function fail(error: unknown): void {
        failures.push(error);
        stop.abort();
      }
      sendCores = () => {
        if (!stop.signal.aborted) void beside?.send(call, fail);
      };
      widen();
      // Others are added while these are waited for.
      for (const each of connections) await each;
      sendCores = () => {};
      await beside?.settle();
      for (const { claim } of taken) claim.release();
      ledger.moveAll(packetsOf(taken), { kind: 'interrupted' });
      acknowledged.flush();
      if (failures.length > 0) throw failures[0];
      return sent;
    },
    wake: () => sendCores(),
  };
}

function packetsOf(taken: readonly Taken[]): WaitingPacket[] {
  return taken.map(({ packet }) => packet);
}

/** The packet cannot be completed from here any more; an officer must know. */
function lost(packet: WaitingPacket): Verdict {
  return {
    packet,
    event: { kind: 'rejected', reason: 'bundle-lost' },
    acknowledgement: null,
    wantedFrom: null,
    rested: false,
  };
}
