import type { Instant } from '../../../../contract/domain/identifiers.ts';
import { addMonths, dayInWib } from '../../../clock/calendar.ts';
import type { Clock } from '../../../clock/clock.ts';
import type { Store } from '../../../store/database.ts';
import { addSentBytes, sentBytesBetween } from '../../../store/tables/sending.ts';
import { type SentBytes, SMALLEST_SLICE_BYTES } from './budget.ts';

/** A kill forgets at most what went in this time; more often would cost commits that nothing else needs. */
const LONGEST_UNWRITTEN_MS = 5_000;

/** Counts what really went over the line, by WIB day, durably and in the same time at any age of the file. */
export interface SentMeter {
  add(bytes: number): void;
  sent(): SentBytes;
  /** Writes down what is worth a commit. */
  settle(): void;
  /** Writes down everything. */
  close(): void;
}

export interface SentMeterDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

export function createSentMeter({ store, clock, onTrouble }: SentMeterDependencies): SentMeter {
  let unwritten = 0;
  let unwrittenSince = 0;

  /** What cannot be written stays counted here. */
  function write(): void {
    if (unwritten === 0) return;
    const now = clock.now();
    const keptFrom = addMonths(firstOfMonth(now), -1);
    try {
      store.transaction((database) => addSentBytes(database, dayInWib(now), unwritten, keptFrom));
      unwritten = 0;
    } catch (error) {
      unwrittenSince = clock.elapsed();
      onTrouble(error);
    }
  }

  return {
    add(bytes) {
      if (unwritten === 0) unwrittenSince = clock.elapsed();
      unwritten += bytes;
      if (clock.elapsed() - unwrittenSince >= LONGEST_UNWRITTEN_MS) write();
    },
    sent() {
      const now = clock.now();
      const today = dayInWib(now);
      return {
        today: sentBytesBetween(store.read, today, today) + unwritten,
        thisMonth: sentBytesBetween(store.read, firstOfMonth(now), today) + unwritten,
      };
    },
    settle() {
      if (unwritten >= SMALLEST_SLICE_BYTES) write();
    },
    close: write,
  };
}

function firstOfMonth(now: Instant): string {
  return `${dayInWib(now).slice(0, 7)}-01`;
}
