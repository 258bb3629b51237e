import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import { catalogInForce } from '../catalog/catalogs.ts';
import { checkCatalog } from '../catalog/check-catalog.ts';
import type { Database } from '../database/database.ts';
import { openEmbeddedDatabase } from '../database/embedded-database.ts';
import { changesAfter } from '../downlink/changes.ts';
import { RESOURCES } from '../testing/start-test-central.ts';
import { publishCatalogCommand } from './publish-catalog-command.ts';

const installed: Catalog = catalogSchema.parse(
  JSON.parse(readFileSync(join(RESOURCES, 'catalog.json'), 'utf8')),
);
/** A day after the installed one was issued, noon WIB. */
const NOW = Date.parse(`${installed.issuedOn}T05:00:00Z`) + 24 * 60 * 60_000;
const day = (days: number) => new Date(NOW + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
let database: Database;
beforeAll(async () => {
  database = await openEmbeddedDatabase();
});

async function publish(content: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'catalog.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const lines: string[] = [];
  await publishCatalogCommand(database, file, (line) => lines.push(line), NOW);
  return JSON.parse(lines.join(''));
}
const next = (change: Partial<Catalog>) => ({
  ...installed,
  issuedOn: day(0),
  effectiveFrom: day(0),
  ...change,
});

test('a catalog is published once, may wait for its day, and is told to a kiosk; an older one is refused', async () => {
  expect(await publish(installed)).toMatchObject({ outcome: 'published', version: installed.version });
  expect(await publish(installed)).toMatchObject({ outcome: 'published-before' });
  const later = next({ version: installed.version + 1, effectiveFrom: day(30) });
  expect(await publish(later)).toMatchObject({
    outcome: 'published',
    inForce: false,
    signedBy: expect.any(String),
  });
  expect((await catalogInForce(database, NOW)).version).toBe(installed.version);
  const question = { stationId: 's', now: NOW, receivingKey: null };
  expect(await changesAfter(database, { ...question, cursor: `0.${installed.version}` })).toMatchObject({
    catalog: { version: later.version, effectiveFrom: day(30) },
  });
  await expect(publish(next({}))).rejects.toThrow('not newer');
  await expect(publish({ ...later, effectiveFrom: day(40) })).rejects.toThrow('not newer');
});

test('a catalog dated wrongly, or that is none, is refused with its reasons and nothing is published', async () => {
  const version = installed.version + 2;
  for (const [content, words] of [
    [next({ version, issuedOn: day(1), effectiveFrom: day(2) }), 'still to come'],
    [next({ version, issuedOn: '2020-01-01', effectiveFrom: '2020-01-01' }), 'before the published one'],
    ['{', 'no JSON'],
    [{ version }, 'services'],
  ] as const)
    await expect(publish(content)).rejects.toThrow(words);
  await expect(publishCatalogCommand(database, undefined)).rejects.toThrow('FILE');
  expect(await database.query('SELECT 1 FROM catalogs')).toHaveLength(2);
});

test('the installed catalog passes; keys used twice and references into nothing do not', () => {
  expect(checkCatalog(installed)).toEqual({ catalog: installed });
  const [service] = installed.services;
  if (!service) throw new Error('no service');
  const problems = (change: Partial<Catalog>) => {
    const checked = checkCatalog({ ...installed, ...change });
    return 'problems' in checked ? checked.problems : [];
  };
  expect(problems({ services: [service, service] })).toContain(`services: ${service.key} is there twice`);
  expect(problems({ stages: installed.stages.filter(({ key }) => key !== 'ready') })).toEqual([
    'stages: ready is missing',
  ]);
  expect(problems({ services: [{ ...service, products: service.products.slice(1) }] })).toEqual([
    `services ${service.key}: product.key does not offer its products`,
  ]);
});
