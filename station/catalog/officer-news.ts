import type { CatalogNews } from '../../contract/station/catalog.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import type { Actor } from '../registration/actor.ts';
import { refusal } from '../rpc/refusal.ts';
import type { Store } from '../store/database.ts';
import { raiseSeenCatalog, readSeenCatalog } from '../store/tables/seen-catalogs.ts';
import type { Catalogs } from './catalogs.ts';
import { compareCatalogs } from './changes/compare-catalogs.ts';

export interface OfficerNewsDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly audit: Audit;
  readonly catalogs: Catalogs;
}

export interface OfficerNews {
  /** What changed since the catalog this officer knows. A clock that was set back shows nothing as new. */
  news(officer: Actor): CatalogNews;
  /** The officer knows `version` now. Throws `CONFLICT` when another one is in force: there may be something unread. */
  confirm(officer: Actor, version: number): void;
}

export function createOfficerNews(dependencies: OfficerNewsDependencies): OfficerNews {
  const { store, clock, events, audit, catalogs } = dependencies;

  return {
    news(officer) {
      const version = catalogs.currentVersion();
      const seen = readSeenCatalog(store.read, officerOf(officer));
      if (seen === null || seen.version >= version)
        return { version, seenAt: seen?.seenAt ?? null, changes: [] };
      const changes = compareCatalogs(catalogs.ofVersion(seen.version), catalogs.ofVersion(version));
      return { version, seenAt: seen.seenAt, changes };
    },
    confirm(officer, version) {
      const officerId = officerOf(officer);
      if (version !== catalogs.currentVersion()) throw refusal('CONFLICT');
      store.transaction((database) => {
        raiseSeenCatalog(database, officerId, { version, seenAt: clock.now() });
        const fact = { action: 'catalog-read', outcome: 'done', subjectId: String(version) } as const;
        audit.append(database, { ...fact, ...officer });
      });
      events.publish({ type: 'catalog-read' });
    },
  };
}

function officerOf({ officerId }: Actor): string {
  if (officerId === null) throw refusal('SIGNED_OUT');
  return officerId;
}
