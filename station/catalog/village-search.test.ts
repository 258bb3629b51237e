import { expect, test } from 'vitest';
import { createRegions } from './regions.ts';
import { readResources } from './resources.ts';
import { createVillageSearch } from './village-search.ts';

const regions = createRegions(readResources(`${import.meta.dirname}/../../central/catalog`).readRegions);
const villages = createVillageSearch(regions.villages());
const names = (query: string, limit = 8) =>
  villages.search(query, limit).map((village) => `${village.name}, ${village.district}`);

test('spelling variants find the same pekon', () => {
  for (const query of ['Fajar Bulan', 'pajar bulan', 'pajarbulan', 'FAJAR  BUL', 'fajr bulan'])
    expect(names(query)[0]).toBe('Pajar Bulan, Way Tenong');
});

test('a district written as one word or two lists its pekon', () => {
  expect(names('sumberjaya')).toContain('Tugu Sari, Sumber Jaya');
  expect(names('sumber jaya', 30)).toContain('Tugu Sari, Sumber Jaya');
  expect(names('tugusari')[0]).toBe('Tugu Sari, Sumber Jaya');
});

test('a name that occurs twice is told apart by its district', () => {
  expect(names('pagar dewa').slice(0, 2).sort()).toEqual(['Pagar Dewa, Pagar Dewa', 'Pagar Dewa, Sukau']);
  expect(names('pagar dewa sukau')[0]).toBe('Pagar Dewa, Sukau');
});

test('the county comes first, the province after it', () => {
  const [first] = villages.search('sidodadi', 5);
  expect(first?.code.startsWith('18.04')).toBe(true);
  expect(names('hajimena')[0]).toContain('Hajimena');
});

test('nothing typed lists the home district, nonsense lists nothing', () => {
  expect(villages.search('  ', 30)).toHaveLength(12);
  expect(villages.search('!!!', 3)).toHaveLength(3);
  expect(villages.search('qqqqwwww', 8)).toEqual([]);
});

test('a village knows its kind and the names above it', () => {
  expect(regions.village('18.04.04.1001')).toMatchObject({
    name: 'Pasar Liwa',
    kind: 'kelurahan',
    district: 'Balik Bukit',
    province: 'Lampung',
  });
  expect(regions.village('18.04.04.2005')?.kind).toBe('pekon');
  expect(regions.village('18.04.99.2005')).toBeNull();
  expect(regions.isLegacyDistrict('18.04.01')).toBe(true);
});
