import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import { createInformationSearch, informationEntries } from './search-catalog.ts';

const file = join(import.meta.dirname, '..', '..', 'central', 'catalog', 'catalog.json');
const catalog = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const titles = {
  documents: 'Syarat',
  fees: 'Biaya',
  time: 'Lama',
  steps: 'Langkah',
  refusals: 'Penyebab ditolak',
  fraud: 'Penipuan',
  complaints: 'Pengaduan',
  notices: 'Pengumuman',
};
const search = createInformationSearch(informationEntries(catalog, 'id', titles));
const found = (query: string) => search(query, 5).map(({ reading }) => reading);

test('a word, half a word and a word with a slip lead to the same answer', () => {
  const documents = expect.objectContaining({ name: 'service-topic', topic: 'documents' });
  expect(found('kartu keluarga')).toContainEqual(documents);
  expect(found('kartu kel')).toContainEqual(documents);
  expect(found('kartu keluaga')).toContainEqual(documents);
});

test('what a citizen would ask is found', () => {
  expect(found('biaya')[0]).toMatchObject({ topic: 'fees' });
  expect(found('lapor')).toContainEqual({ name: 'general-topic', topic: 'complaints' });
  expect(found('pengumuman')[0]).toEqual({ name: 'general-topic', topic: 'notices' });
  expect(found('ditolak')[0]).toMatchObject({ topic: 'refusals' });
  expect(found('penipuan')[0]).toEqual({ name: 'general-topic', topic: 'fraud' });
});

test('nothing finds nothing', () => {
  expect(search('', 5)).toEqual([]);
  expect(search('zzzzqqq', 5)).toEqual([]);
});
