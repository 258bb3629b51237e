import type { Cancel, Clock } from '../clock/clock.ts';
import type { Store } from '../store/database.ts';
import { deleteUnsentMediaBefore } from '../store/tables/complaint-media.ts';
import { deleteDiscardedBefore } from '../store/tables/drafts.ts';

/** A discarded draft can be brought back for a day. */
const DISCARDED_MILLISECONDS = 24 * 60 * 60_000;
/** The touchscreen forgets an unsent picture or voice note itself; this is for a page that crashed. */
const UNSENT_MILLISECONDS = 60 * 60_000;
const SWEEP_MILLISECONDS = 60 * 60_000;

/** Forgets discarded drafts and unsent pictures and voice notes, hourly. Answers what stops it. */
export function sweepDiscardedDrafts(store: Store, clock: Clock, failed: (error: unknown) => void): Cancel {
  return clock.every(SWEEP_MILLISECONDS, () => {
    try {
      store.transaction((database) => {
        deleteDiscardedBefore(database, clock.now() - DISCARDED_MILLISECONDS);
        deleteUnsentMediaBefore(database, clock.now() - UNSENT_MILLISECONDS);
      });
    } catch (error) {
      failed(error);
    }
  });
}
