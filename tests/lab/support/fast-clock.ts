import type { Clock } from '../../../drivers/clock.ts';

export interface FastClock extends Clock {
  /** Timers not yet run or cancelled. */
  pending(): number;
}

/** Time that passes `factor` times as fast as it does: two minutes of patience need not be waited for. */
export function createFastClock(factor: number): FastClock {
  const timers = new Set<NodeJS.Timeout>();
  return {
    now: () => performance.now() * factor,
    after(milliseconds, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, milliseconds / factor);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    pending: () => timers.size,
  };
}
