import type { WritableDatabase } from '../store/database.ts';
import { newestCatalogVersion } from '../store/tables/catalogs.ts';
import { receiveCatalog } from './receive-catalog.ts';
import type { Resources } from './resources.ts';

/** Keeps the catalog the application was installed with, which is checked only when the station does not have it yet. */
export function installCatalog(
  database: WritableDatabase,
  { catalogVersion, readCatalog }: Pick<Resources, 'catalogVersion' | 'readCatalog'>,
): void {
  if (catalogVersion > (newestCatalogVersion(database) ?? 0)) receiveCatalog(database, readCatalog(), null);
}
