import type { Cancel, Clock } from '../../clock/clock.ts';
import type { BundleFiles } from '../../store/bundles/bundle-files.ts';
import type { Store } from '../../store/database.ts';
import { purgeDeliveredMedia } from '../../store/tables/media-outbox.ts';
import { neededSegments } from '../../store/tables/packet-bundles.ts';
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
  readonly bundles: BundleFiles;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}): Cancel {
  const { store, bundles, clock, onTrouble } = dependencies;
  let cancelNext: Cancel = () => {};

  function purge(): void {
    const full = purgeSome(purgeDelivered) || purgeSome(purgeDeliveredMedia);
    if (!full) attempt(() => bundles.keepOnly(neededSegments(store.read)));
    // One portion at a time, so that no touch waits for a long purge.
    cancelNext = clock.after(full ? 0 : EVERY_MS, purge);
  }
  function purgeSome(oneTable: typeof purgeDelivered): boolean {
    const before = clock.now() - KEPT_MS;
    return attempt(() => store.transaction((database) => oneTable(database, before, AT_ONCE))) === AT_ONCE;
  }
  function attempt<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      onTrouble(error);
      return null;
    }
  }

  purge();
  return () => cancelNext();
}
