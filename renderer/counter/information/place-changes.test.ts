import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../../contract/domain/catalog.ts';
import type { CatalogChange } from '../../../contract/domain/catalog-change.ts';
import { placeChanges, placeGeneralChanges } from './place-changes.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'central', 'catalog', 'catalog.json');
const catalog = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const [service] = catalog.services;
if (!service) throw new Error('the catalog has no service');

const change = (kind: CatalogChange['kind'], key: string): CatalogChange => ({
  topic: 'steps',
  serviceKey: service.key,
  serviceName: service.name,
  kind,
  key,
  name: null,
  parts: [],
  since: '2026-11-24',
});

test('a change stands at its thing; what is gone or has no place stands by itself', () => {
  const changed = change('changed', '2');
  const gone = change('removed', '2');
  const order = change('changed', 'order');
  const steps = placeChanges([changed, gone, order], service, 'steps');
  expect([...steps.ofItem]).toEqual([['2', changed]]);
  expect(steps.others).toEqual([gone, order]);
});

test('no change is lost, whatever the topic', () => {
  const all = ['identity-card', 'electronic-5', 'time', '1', 'data-differs', 'fraud', 'elsewhere'].map(
    (key) => change('changed', key),
  );
  const sorted = (keys: string[]) => keys.sort();
  for (const topic of ['documents', 'fees', 'time', 'steps', 'refusals'] as const) {
    const { ofItem, others } = placeChanges(all, service, topic);
    expect(ofItem.size).toBe(1);
    expect(sorted([...ofItem.keys(), ...others.map(({ key }) => key)])).toEqual(
      sorted(all.map(({ key }) => key)),
    );
  }
  expect(placeGeneralChanges(all, catalog, 'fraud').ofItem.size).toBe(1);
  expect(placeGeneralChanges(all, catalog, 'notices').others).toHaveLength(all.length);
});
