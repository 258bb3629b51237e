import type { Cancel, Clock } from '../clock/clock.ts';
import type { Store } from '../store/database.ts';
import { deleteDiscardedBefore } from '../store/tables/drafts.ts';

/** A discarded draft can be brought back for a day. */
const DISCARDED_MILLISECONDS = 24 * 60 * 60_000;
const SWEEP_MILLISECONDS = 60 * 60_000;

/** Forgets discarded drafts, hourly. Answers what stops it. */
export function sweepDiscardedDrafts(store: Store, clock: Clock, failed: (error: unknown) => void): Cancel {
  return clock.every(SWEEP_MILLISECONDS, () => {
    try {
      store.transaction((database) => deleteDiscardedBefore(database, clock.now() - DISCARDED_MILLISECONDS));
    } catch (error) {
      failed(error);
    }
  });
}
