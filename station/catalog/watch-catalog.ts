import type { Cancel, Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Catalogs } from './catalogs.ts';

/** The wall clock may be set at any time, so midnight is looked for instead of waited for; one row is read each time. */
const LOOK_MILLISECONDS = 60_000;

/** Tells the faces when another catalog is in force because its day has come. Answers what stops it. */
export function watchCatalog(
  catalogs: Catalogs,
  clock: Clock,
  events: StationEvents,
  failed: (error: unknown) => void,
): Cancel {
  let known = catalogs.currentVersion();
  return clock.every(LOOK_MILLISECONDS, () => {
    try {
      const version = catalogs.currentVersion();
      if (version === known) return;
      known = version;
      events.publish({ type: 'catalog-changed' });
    } catch (error) {
      failed(error);
    }
  });
}
