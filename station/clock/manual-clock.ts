import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Clock } from './clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass: due timers run in order, and both clocks move. */
  advance(milliseconds: number): void;
  /** Sets the wall clock alone, as a flat battery or a time server does. */
  jumpTo(wall: Instant): void;
  /** Timers still armed. */
  pendingTimers(): number;
}

interface Timer {
  due: number;
  readonly period: number | null;
  readonly run: () => void;
}

/** A clock for tests: nothing happens until `advance`. */
export function createManualClock(start: Instant = 1_795_484_400_000): ManualClock {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let offset = start;

  function arm(milliseconds: number, period: number | null, run: () => void) {
    const timer: Timer = { due: elapsed + milliseconds, period, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  function nextDue(limit: number): Timer | undefined {
    return [...timers].filter((timer) => timer.due <= limit).sort((a, b) => a.due - b.due)[0];
  }

  function fire(timer: Timer): void {
    elapsed = Math.max(elapsed, timer.due);
    if (timer.period === null) timers.delete(timer);
    else timer.due += timer.period;
    timer.run();
  }

  return {
    now: () => offset + elapsed,
    elapsed: () => elapsed,
    after: (milliseconds, run) => arm(milliseconds, null, run),
    every: (milliseconds, run) => arm(milliseconds, milliseconds, run),
    advance(milliseconds) {
      const limit = elapsed + milliseconds;
      for (let timer = nextDue(limit); timer; timer = nextDue(limit)) fire(timer);
      elapsed = limit;
    },
    jumpTo(wall) {
      offset = wall - elapsed;
    },
    pendingTimers: () => timers.size,
  };
}
