import {
  type EnrolmentProblem,
  enrolmentProblemSchema,
  type OutboxItem,
  type OutboxShow,
  type OutboxSummary,
  type PacketState,
  quarantineReasonSchema,
} from '../../../contract/domain/outbox.ts';
import type { Clock } from '../../clock/clock.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import type { Page } from '../../store/page.ts';
import { mediaTotals } from '../../store/tables/media-outbox.ts';
import { outboxItem, outboxPage, outboxTotals, type PacketRow } from '../../store/tables/packet-lists.ts';
import type { EngineState } from '../engine.ts';
import type { StationIdentity } from '../enrolment/station-identity.ts';
import type { LineRate } from './pacing/line-rate.ts';
import type { Pacing } from './pacing/pacing.ts';
import type { Progress } from './progress.ts';
import type { Resting } from './resting.ts';
import { sendingHold } from './sending-hold.ts';

export type OutboxPage = Page<OutboxItem>;

/** The outbox as people see it. Every answer costs the same however long the history is. */
export interface OutboxView {
  /** `fileProblem`: why the enrolment file that was given last was refused. */
  summary(engine: EngineState, fileProblem: EnrolmentProblem | null): OutboxSummary;
  items(engine: EngineState, show: OutboxShow, after: string | null, limit: number): OutboxPage;
  item(engine: EngineState, packetId: string): OutboxItem | null;
}

export interface OutboxViewDependencies {
  readonly read: ReadableDatabase;
  readonly clock: Clock;
  readonly resting: Resting;
  readonly pacing: Pacing;
  readonly progress: Progress;
  readonly rate: LineRate;
  readonly identity: Pick<StationIdentity, 'isRevoked'>;
}

export function createOutboxView(dependencies: OutboxViewDependencies): OutboxView {
  const { read, clock, resting, pacing, progress, rate, identity } = dependencies;

  function present(row: PacketRow, { nextTryAt }: EngineState): OutboxItem {
    const { bundleByteLength, reason, ...item } = row;
    const rests = resting.restsFor(row.packetId);
    const waits = row.state === 'sealed' || row.state === 'core-sent';
    return {
      ...item,
      sentBytes: sentOf(row.state, row.byteLength, bundleByteLength, progress.of(row.packetId)),
      reason: reason === null ? null : quarantineReasonSchema.catch('other').parse(reason),
      nextAttemptAt: waits ? (rests === null ? nextTryAt : clock.now() + Math.ceil(rests)) : null,
    };
  }

  /** A line that is down, or a kiosk that was started again, does not end a revocation. */
  function enrolmentProblem(lastProblem: string | null): EnrolmentProblem | null {
    if (identity.isRevoked()) return 'station-revoked';
    return enrolmentProblemSchema.safeParse(lastProblem).data ?? null;
  }

  return {
    summary(engine, fileProblem) {
      const { waitingCores, ...totals } = outboxTotals(read);
      const waitingBytes = Math.max(0, totals.waitingBytes - progress.total());
      const { busy, ...state } = engine;
      const { today, thisMonth } = pacing.sent();
      const restsFor = resting.nextIn();
      const bytesPerSecond = rate.bytesPerSecond();
      const nextTryAt = state.nextTryAt ?? (restsFor === null ? null : clock.now() + Math.ceil(restsFor));
      return {
        ...totals,
        ...state,
        waitingBytes,
        sending: busy && totals.waiting > 0,
        hold: sendingHold({
          ...totals,
          ...state,
          nextTryAt,
          waitingCores,
          busy,
          quietUntil: pacing.quietUntil(),
          bundlesHeldUntil: pacing.bundlesHeldUntil(),
          revoked: identity.isRevoked(),
        }),
        enrolmentProblem: fileProblem ?? enrolmentProblem(state.lastProblem),
        bytesPerSecond,
        secondsLeft: bytesPerSecond === null || totals.waiting === 0 ? null : waitingBytes / bytesPerSecond,
        settings: pacing.settings(),
        settingsReceivedAt: pacing.receivedAt(),
        quietUntil: pacing.quietHoursUntil(),
        sentToday: today,
        sentThisMonth: thisMonth,
        media: mediaTotals(read),
      };
    },
    items(engine, show, after, limit) {
      const { rows, next } = outboxPage(read, show, after, limit);
      return { rows: rows.map((row) => present(row, engine)), next };
    },
    item(engine, packetId) {
      const row = outboxItem(read, packetId);
      return row === null ? null : present(row, engine);
    },
  };
}

/** The core is all of a packet that is not its bundle. */
function sentOf(state: PacketState, whole: number, bundle: number, ofBundle: number): number {
  if (state === 'delivered') return whole;
  return state === 'core-sent' || state === 'sending' ? whole - bundle + Math.min(ofBundle, bundle) : 0;
}
