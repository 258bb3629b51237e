import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Catalog } from '../../contract/domain/catalog.ts';
import { newestCatalog, publishCatalog, todayInWib } from '../catalog/catalogs.ts';
import { checkCatalog } from '../catalog/check-catalog.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { loadCentralKeys } from '../keys/central-keys.ts';
import { keyFingerprint } from './enrol-command.ts';

/**
 * Publishes a catalog: from the next question on every kiosk is told it, signed by this office, and works by it from its day on. Writes
 * one line of JSON. The very same again changes nothing. Throws `RangeError` for one that is not whole, not newer, or dated wrongly.
 */
export async function publishCatalogCommand(
  database: Database,
  file: string | undefined,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
  now = Date.now(),
): Promise<void> {
  if (file === undefined) throw new RangeError('publish-catalog needs the FILE of a catalog');
  const catalog = readCatalog(resolve(file));
  await migrate(database);
  const { signing } = await loadCentralKeys(database);
  const newest = await newestCatalog(database);
  const isAgain = newest !== null && isDeepStrictEqual(newest, catalog);
  if (!isAgain) {
    expectNewer(catalog, newest, todayInWib(now));
    await publishCatalog(database, catalog, now);
  }
  const { version, effectiveFrom, issuedOn } = catalog;
  write(
    JSON.stringify({
      outcome: isAgain ? 'published-before' : 'published',
      version,
      issuedOn,
      effectiveFrom,
      inForce: effectiveFrom <= todayInWib(now),
      signedBy: keyFingerprint(signing.x),
    }),
  );
}

function readCatalog(path: string): Catalog {
  const checked = checkCatalog(readJson(path));
  if ('problems' in checked) throw new RangeError(`not a catalog:\n${checked.problems.join('\n')}`);
  return checked.catalog;
}

function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('not a catalog: no JSON');
  }
}

function expectNewer(catalog: Catalog, newest: Catalog | null, today: string): void {
  const { version, issuedOn } = catalog;
  if (newest !== null && version <= newest.version)
    throw new RangeError(`version ${version} is not newer than ${newest.version}, which is published`);
  if (newest !== null && issuedOn < newest.issuedOn)
    throw new RangeError(`issued on ${issuedOn}, before the published one of ${newest.issuedOn}`);
  if (issuedOn > today) throw new RangeError(`issued on ${issuedOn}, which is still to come`);
}
