import type { Catalog } from '../../contract/domain/catalog.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { WritableDatabase } from '../store/database.ts';
import { insertCatalog, newestCatalogVersion } from '../store/tables/catalogs.ts';

/**
 * Keeps a catalog inside the caller's transaction when it is newer than every one kept, and says whether it was. It comes
 * into force on its own day.
 * Publish `catalog-changed` after the commit. `receivedAt` is null for the catalog the application was installed with.
 */
export function receiveCatalog(
  database: WritableDatabase,
  catalog: Catalog,
  receivedAt: Instant | null,
): boolean {
  if (catalog.version <= (newestCatalogVersion(database) ?? 0)) return false;
  const { version, effectiveFrom } = catalog;
  insertCatalog(database, { version, effectiveFrom, content: JSON.stringify(catalog), receivedAt });
  return true;
}
