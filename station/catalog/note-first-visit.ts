import type { Clock } from '../clock/clock.ts';
import type { WritableDatabase } from '../store/database.ts';
import { beginSeenCatalog } from '../store/tables/seen-catalogs.ts';
import type { Catalogs } from './catalogs.ts';

/** An officer who was never here before knows the catalog in force, inside the transaction that lets them in. */
export function noteFirstVisit(
  catalogs: Pick<Catalogs, 'currentVersion'>,
  clock: Pick<Clock, 'now'>,
): (database: WritableDatabase, officerId: string) => void {
  return (database, officerId) =>
    beginSeenCatalog(database, officerId, { version: catalogs.currentVersion(), seenAt: clock.now() });
}
