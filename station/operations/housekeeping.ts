import type { Audit } from '../audit/audit.ts';
import type { Cancel, Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Store } from '../store/database.ts';
import { deleteUnsentMediaBefore } from '../store/tables/complaint-media.ts';
import { deleteDiscardedBefore } from '../store/tables/drafts.ts';
import { forgetUnopenedDrafts } from './forget-unopened.ts';

/** A discarded draft can be brought back for a day. */
const DISCARDED_MILLISECONDS = 24 * 60 * 60_000;
/** The touchscreen forgets an unsent picture or voice note itself; this is for a page that crashed. */
const UNSENT_MILLISECONDS = 60 * 60_000;
const SWEEP_MILLISECONDS = 60 * 60_000;

export interface HousekeepingDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly failed: (error: unknown) => void;
}

/**
 * Forgets hourly what nobody needs any more: discarded drafts, drafts of citizens who did not come, and unsent pictures and
 * voice notes. Answers what stops it.
 */
export function keepHouse({ store, clock, events, audit, failed }: HousekeepingDependencies): Cancel {
  return clock.every(SWEEP_MILLISECONDS, () => {
    try {
      const forgotten = store.transaction((database) => {
        deleteDiscardedBefore(database, clock.now() - DISCARDED_MILLISECONDS);
        deleteUnsentMediaBefore(database, clock.now() - UNSENT_MILLISECONDS);
        return forgetUnopenedDrafts(database, audit, clock.now());
      });
      for (const draftId of forgotten) events.publish({ type: 'draft-changed', draftId });
    } catch (error) {
      failed(error);
    }
  });
}
