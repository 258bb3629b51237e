import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../../contract/domain/catalog.ts';
import { stageLine } from './stage-line.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'central', 'catalog', 'catalog.json');
const { stages } = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const line = (key: string) => stageLine(stages, key).map(({ stage, place }) => `${stage.key} ${place}`);

test('the official order, with where it stands', () => {
  expect(line('paid').slice(0, 7)).toEqual([
    'stored-offline passed',
    'received passed',
    'document-check passed',
    'scheduled passed',
    'awaiting-payment passed',
    'paid now',
    'biometrics ahead',
  ]);
  expect(line('paid').at(-1)).toBe('collected ahead');
});

test('an alternative stands in its place, and an early end stands alone', () => {
  expect(line('needs-correction')[2]).toBe('needs-correction now');
  expect(line('needs-correction')).not.toContain('document-check passed');
  expect(line('rejected')).toEqual(['rejected now']);
  expect(line('unheard-of')).toEqual([]);
});
