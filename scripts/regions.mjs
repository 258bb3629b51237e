// Makes central/catalog/regions.json from idn-area-data (Kepmendagri 300.2.2-2138/2025). Run it when the package is raised.
// Villages are kept for Lampung only: a kiosk searches them, and the whole country would be 83,762 rows.
import { writeFileSync } from 'node:fs';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

/** Post codes by kecamatan of Lampung Barat; villages elsewhere have none here. */
const postalCodes = {
  '18.04.04': '34811',
  '18.04.05': '34871',
  '18.04.15': '34871',
  '18.04.18': '34871',
  '18.04.06': '34872',
  '18.04.21': '34872',
  '18.04.07': '34884',
  '18.04.08': '34885',
  '18.04.20': '34885',
  '18.04.09': '34882',
  '18.04.23': '34882',
  '18.04.10': '34881',
  '18.04.11': '34879',
  '18.04.22': '34879',
  '18.04.19': '34876',
};

/** Kecamatan codes that left Lampung Barat for Pesisir Barat in 2012; a NIK keeps them for life. */
const legacyDistricts = ['01', '02', '03', '12', '13', '14', '16', '17'].map((code) => `18.04.${code}`);

const [provinces, regencies, districts, villages] = await Promise.all([
  getProvinces(),
  getRegencies(),
  getDistricts(),
  getVillages(),
]);
const byCode = (left, right) => (left[0] < right[0] ? -1 : 1);
const regions = {
  notice:
    'Contains data from idn-area-data, made available under the Open Database License 1.0 (ODbL, https://opendatacommons.org/licenses/odbl/1-0/). This selection is offered under the same licence.',
  source: 'idn-area-data 4.0.1, Kepmendagri 300.2.2-2138/2025',
  legacyDistricts,
  provinces: provinces.map(({ code, name }) => [code, name]).sort(byCode),
  regencies: regencies.map(({ code, name }) => [code, name]).sort(byCode),
  districts: districts.map(({ code, name }) => [code, name]).sort(byCode),
  villages: villages
    .filter(({ code }) => code.startsWith('18.'))
    .map(({ code, name }) => [code, name, postalCodes[code.slice(0, 8)] ?? null])
    .sort(byCode),
};
const rows = (list) => `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const text = `{\n${Object.entries(regions)
  .map(
    ([key, value]) => `${JSON.stringify(key)}: ${Array.isArray(value) ? rows(value) : JSON.stringify(value)}`,
  )
  .join(',\n')}\n}\n`;
writeFileSync(new URL('../central/catalog/regions.json', import.meta.url), text);
