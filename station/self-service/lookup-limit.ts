import type { Clock } from '../clock/clock.ts';
import { refusal } from '../rpc/refusal.ts';

/**
 * A family looks up a handful of receipts and mistypes some. Twenty wrong codes in ten minutes are somebody trying: at
 * that pace the forty random bits of a code outlast everybody, and the limit only keeps the touchscreen for those who wait.
 */
const MOST_WRONG = 20;
const WINDOW_MILLISECONDS = 10 * 60_000;

export interface LookupLimit {
  /** Looks something up; null is a wrong code and counts. Throws `TOO_MANY_TRIES`, or `NOT_FOUND` for a wrong code. */
  lookUp<Found>(read: () => Found | null): Found;
}

/** Counts wrong codes by time that only rises, so that setting the clock back gives no new tries. */
export function createLookupLimit(clock: Pick<Clock, 'now' | 'elapsed'>): LookupLimit {
  let wrong: number[] = [];
  return {
    lookUp(read) {
      const at = clock.elapsed();
      wrong = wrong.filter((time) => at - time < WINDOW_MILLISECONDS);
      const [first] = wrong;
      if (first !== undefined && wrong.length >= MOST_WRONG)
        throw refusal('TOO_MANY_TRIES', {
          until: Math.ceil(clock.now() + WINDOW_MILLISECONDS - (at - first)),
        });
      const found = read();
      if (found !== null) return found;
      wrong.push(at);
      throw refusal('NOT_FOUND');
    },
  };
}
