import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import { runCentral } from './run-central.ts';

const installed = resolve(import.meta.dirname, '..', '..', 'central', 'catalog', 'catalog.json');

/** Name the office gives the kiosk while it is out of reach. */
export const NEW_NAME = 'Balai Pekon Kubu Perahu Spesimen';

/** What the office decides meanwhile: another catalog, in force today, and the kiosk's name. Answers what the commands said. */
export async function publishNews(centralFolder: string): Promise<string[]> {
  const catalog = catalogSchema.parse(JSON.parse(readFileSync(installed, 'utf8')));
  // WIB is UTC+7.
  const today = new Date(Date.now() + 7 * 60 * 60_000).toISOString().slice(0, 10);
  const file = join(centralFolder, 'katalog-baru.json');
  const next = { ...catalog, version: catalog.version + 1, issuedOn: today, effectiveFrom: today };
  writeFileSync(file, JSON.stringify(next));
  const published = await runCentral(centralFolder, ['publish-catalog', file]);
  const listed = (await runCentral(centralFolder, ['station', 'list'])).split('\n')[0] ?? '';
  const { station } = JSON.parse(listed);
  const set = await runCentral(centralFolder, ['station-settings', '--station', station, '--name', NEW_NAME]);
  return [published, set];
}
