import type { Clock } from '../../../drivers/clock.ts';

/** Timers of the system run on whole milliseconds, and up to this much late. */
const COARSE_MS = 2;

/** The real time, with timers that keep fractions of a millisecond: a line of a few kilobytes is made of hundreds. */
export function createExactClock(): Clock {
  return {
    now: () => performance.now(),
    after(milliseconds, run) {
      const due = performance.now() + milliseconds;
      let cancelled = false;
      const turn = () => {
        if (cancelled) return;
        if (performance.now() >= due) run();
        else setImmediate(turn);
      };
      const timer = setTimeout(turn, Math.max(0, milliseconds - COARSE_MS));
      return () => {
        cancelled = true;
        clearTimeout(timer);
      };
    },
  };
}
