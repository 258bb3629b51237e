import type { Instant } from '../../contract/domain/identifiers.ts';
import type { LineState } from '../../contract/domain/outbox.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { StoreError } from '../store/store-error.ts';
import { backoff } from './backoff.ts';
import { EnrolmentError } from './enrolment/enrolment-error.ts';
import type { Pacing } from './outbox/pacing/pacing.ts';
import type { Resting } from './outbox/resting.ts';
import { SealingError } from './sealing/sealing-error.ts';
import type { CentralAddress, SyncRound } from './sync-round.ts';
import { isRevoked, problemCode } from './wire/failure.ts';
import { WireError } from './wire/wire-error.ts';

/** The wall clock may be set meanwhile: quiet hours are looked at again this often. Nothing is sent for it. */
const QUIET_LOOK_MS = 10 * 60_000;

/** An officer at central sets a status and it shows here within a minute, for about 1 kB a minute. */
const POLL_MS = 60_000;

/** A revoked station waits for people, who tell it with a new code or by *send now*: it only looks whether it was forgotten. */
const REVOKED_MS = 2 * 60 * 60_000;

export interface EngineState {
  /** A round is under way. */
  readonly busy: boolean;
  readonly line: LineState;
  readonly lastContactAt: Instant | null;
  readonly nextTryAt: Instant | null;
  readonly lastProblem: string | null;
}

export interface SyncEngine {
  state(): EngineState;
  /** Where central is from now on; what is under way to another place is given up. */
  setCentral(address: CentralAddress): void;
  /** Something new waits. Central's own wish to be left alone is respected. */
  wake(): void;
  /** Somebody asked: everything that waits or rests is tried at once, with `evenIfHeld` also what quiet hours or a budget hold. */
  sendNow(evenIfHeld: boolean): void;
  /** Quiet hours or budget are others now. */
  paceChanged(): void;
  /** Told by the round. */
  contacted(): void;
  /** Told by the round: a line that carries is not one that keeps failing, and is tried again soon. */
  progressed(): void;
  /** Ends what is under way and every timer. Resolves when nothing runs any more. */
  close(): Promise<void>;
}

export interface SyncEngineDependencies {
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly resting: Resting;
  readonly pacing: Pacing;
  readonly random: () => number;
  readonly round: SyncRound;
  readonly lastContactAt: Instant | null;
  /** Told about failures of the store, and those nobody foresaw. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Runs rounds one after the other, for ever: at once when woken, every minute when all is well, backing off when not, and
 * none that begins in quiet hours.
 */
export function createSyncEngine(dependencies: SyncEngineDependencies): SyncEngine {
  const { clock, events, resting, pacing, random, round, onTrouble } = dependencies;
  let address: CentralAddress | null = null;
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  let again = false;
  let closed = false;
  let failures = 0;
  let leaveAloneUntil = 0;
  let cancelTimer = () => {};
  let line: LineState = 'unknown';
  let lastContactAt = dependencies.lastContactAt;
  let nextTryAt: Instant | null = null;
  let lastProblem: string | null = null;

  function start(): void {
    if (closed || address === null) return;
    if (running !== null) {
      again = true;
      round.wake();
      return;
    }
    cancelTimer();
    nextTryAt = null;
    const quietUntil = pacing.quietUntil();
    if (quietUntil !== null) {
      cancelTimer = clock.after(Math.min(quietUntil - clock.now(), QUIET_LOOK_MS), start);
      announce();
      return;
    }
    const abort = new AbortController();
    const done = round
      .run(address, abort.signal)
      .then(succeed, (error: unknown) => fail(error))
      .then((delay) => finish(delay));
    running = { abort, done };
    announce();
  }

  function succeed(): number {
    failures = 0;
    lastProblem = null;
    const freesAt = pacing.bundlesHeldUntil();
    const freesIn = freesAt === null ? POLL_MS : freesAt - clock.now();
    return Math.max(0, Math.min(POLL_MS, resting.nextIn() ?? POLL_MS, freesIn));
  }

  function fail(error: unknown): number {
    failures += 1;
    lastProblem = problemOf(error);
    if (error instanceof WireError && error.kind !== 'refused' && error.kind !== 'aborted') line = 'down';
    const delay = backoff(failures, random());
    const asked = isRevoked(error)
      ? Math.round(REVOKED_MS * (1 + random()))
      : error instanceof WireError
        ? (error.retryAfterMs ?? 0)
        : 0;
    if (asked > 0) leaveAloneUntil = clock.elapsed() + asked;
    return Math.max(delay, asked);
  }

  function finish(delay: number): void {
    running = null;
    const atOnce = again;
    again = false;
    if (!atOnce) pacing.roundEnded();
    if (closed) return;
    if (atOnce && clock.elapsed() >= leaveAloneUntil) {
      start();
      return;
    }
    nextTryAt = lastProblem === null ? null : clock.now() + delay;
    cancelTimer = clock.after(delay, start);
    announce();
  }

  function problemOf(error: unknown): string {
    if (error instanceof WireError) return problemCode(error);
    if (error instanceof SealingError || error instanceof EnrolmentError) return error.kind;
    onTrouble(error);
    return error instanceof StoreError ? error.kind : 'unexpected';
  }

  function announce(): void {
    events.publish({ type: 'outbox-changed' });
  }

  return {
    state: () => ({ busy: running !== null, line, lastContactAt, nextTryAt, lastProblem }),
    setCentral(next) {
      const moved = address !== null && address.url !== next.url;
      address = next;
      failures = 0;
      leaveAloneUntil = 0;
      if (moved) running?.abort.abort();
      start();
    },
    wake() {
      if (clock.elapsed() >= leaveAloneUntil) start();
    },
    sendNow(evenIfHeld) {
      leaveAloneUntil = 0;
      resting.wakeAll();
      if (evenIfHeld) pacing.overrideOnce();
      start();
    },
    paceChanged() {
      if (running === null) start();
      announce();
    },
    contacted() {
      lastContactAt = clock.now();
      if (line === 'up') return;
      line = 'up';
      announce();
    },
    progressed() {
      failures = 0;
    },
    async close() {
      closed = true;
      cancelTimer();
      running?.abort.abort();
      await running?.done;
    },
  };
}
