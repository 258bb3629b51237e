import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on, running each due timer in its turn and letting promises settle between them. */
  advance(milliseconds: number): Promise<void>;
  /** Lets everything settle that needs no time. */
  settle(): Promise<void>;
  /** Timers not yet run or cancelled: a test can show that nothing is left behind. */
  pending(): number;
}

export function createManualClock(): ManualClock {
  const timers = new Set<{ due: number; run: () => void }>();
  let time = 0;
  return {
    now: () => time,
    after(milliseconds, run) {
      const timer = { due: time + Math.max(0, milliseconds), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(milliseconds) {
      const end = time + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...timers]
          .filter((timer) => timer.due <= end)
          .sort((one, other) => one.due - other.due);
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.due);
        next.run();
        await settle();
      }
      time = end;
    },
    settle,
    pending: () => timers.size,
  };
}

/** Two turns of the event loop: enough for any chain of promises, each of which settles within one. */
async function settle() {
  await nextTurn();
  await nextTurn();
}
