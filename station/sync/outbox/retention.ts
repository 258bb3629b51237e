import type { Cancel, Clock } from '../../clock/clock.ts';
import type { Store } from '../../store/database.ts';
import { purgeDeliveredMedia } from '../../store/tables/media-outbox.ts';
import { purgeDelivered } from '../../store/tables/packet-lists.ts';

/** Central may ask again after restoring a backup; a week is the longest it is allowed to notice late. */
const KEPT_MS = 7 * 24 * 60 * 60_000;
/** Often enough that no kiosk that is switched off at night misses it. */
const EVERY_MS = 6 * 60 * 60_000;
/** A purge of this many bundles of 2 MB stays well below a second. */
const AT_ONCE = 20;

/** Forgets, now and every few hours, what travelled and was acknowledged long ago. Answers what stops it. */
export function keepRetention(dependencies: {
  readonly store: Store;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}): Cancel {
  const { store, clock, onTrouble } = dependencies;
  let cancelNext: Cancel = () => {};

  function purge(): void {
    const full = purgeSome(purgeDelivered) || purgeSome(purgeDeliveredMedia);
    // One portion at a time, so that no touch waits for a long purge.
    cancelNext = clock.after(full ? 0 : EVERY_MS, purge);
  }
  function purgeSome(oneTable: typeof purgeDelivered): boolean {
    try {
      return store.transaction((database) => oneTable(database, clock.now() - KEPT_MS, AT_ONCE)) === AT_ONCE;
    } catch (error) {
      onTrouble(error);
      return false;
    }
  }

  purge();
  return () => cancelNext();
}
