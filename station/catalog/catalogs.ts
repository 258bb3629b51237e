import { type Catalog, catalogSchema, type Service } from '../../contract/domain/catalog.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Clock } from '../clock/clock.ts';
import type { Store } from '../store/database.ts';
import { catalogContent, catalogInForce } from '../store/tables/catalogs.ts';

export interface Catalogs {
  /** The version of `current`, without reading it. */
  currentVersion(): number;
  /** The catalog in force today, in WIB, and when it came from central; null: installed with the application. */
  current(): { catalog: Catalog; receivedAt: Instant | null };
  /** A catalog kept since some draft began with it. */
  ofVersion(version: number): Catalog;
}

/** Reads the kept catalogs. Each is parsed once; there are few, because a version is only ever added. */
export function createCatalogs(store: Store, clock: Pick<Clock, 'now'>): Catalogs {
  const parsed = new Map<number, Catalog>();

  function ofVersion(version: number): Catalog {
    const known = parsed.get(version);
    if (known) return known;
    const content = catalogContent(store.read, version);
    if (content === null) throw new RangeError(`no catalog ${version}`);
    const catalog = catalogSchema.parse(JSON.parse(content));
    parsed.set(version, catalog);
    return catalog;
  }

  function inForce() {
    const found = catalogInForce(store.read, dayInWib(clock.now()));
    if (!found) throw new RangeError('no catalog was installed');
    return found;
  }

  return {
    ofVersion,
    currentVersion: () => inForce().version,
    current() {
      const { version, receivedAt } = inForce();
      return { catalog: ofVersion(version), receivedAt };
    },
  };
}

export function findService(catalog: Catalog, key: string): Service | null {
  return catalog.services.find((service) => service.key === key) ?? null;
}
