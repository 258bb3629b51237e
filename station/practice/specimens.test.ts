import { readFileSync } from 'node:fs';
import { isValidPhoneNumber } from 'libphonenumber-js';
import { parse } from 'mrz';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../contract/domain/catalog.ts';
import { specimenSchema } from '../../contract/station/practice.ts';
import { loadSpecimens } from './specimens.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const catalog = catalogSchema.parse(read('../../central/catalog/catalog.json'));
const fields = catalog.services.flatMap(({ steps }) => steps.flatMap((step) => step.fields));
const specimens = loadSpecimens();

test.each(specimens.map((specimen) => [specimen.key, specimen] as const))(
  '%s answers every field with a value the catalog takes',
  (_, specimen) => {
    expect(() => specimenSchema.parse(specimen)).not.toThrow();
    const known = new Map(fields.map((field) => [field.key, field]));
    for (const [key, value] of Object.entries(specimen.values)) {
      const field = known.get(key);
      expect(field, key).toBeDefined();
      const options = field?.options?.map((option) => option.key);
      if (options) expect(options).toContain(value);
      if (field?.maximumLength) expect(String(value).length).toBeLessThanOrEqual(field.maximumLength);
      if (field?.type === 'phone') expect(isValidPhoneNumber(String(value), 'ID'), key).toBe(true);
    }
    for (const field of fields) {
      if (field.required !== 'always' || field.type === 'confirmation') continue;
      expect(specimen.values[field.key], field.key).toBeDefined();
    }
  },
);

test.each(specimens.map((specimen) => [specimen.key, specimen] as const))(
  'the numbers of %s tell the birth date and sex, and the passport has expired',
  (_, { person, values }) => {
    const [year = '', month = '', day = ''] = person.birthDate.split('-');
    const dayInNik = Number(day) + (person.sex === 'female' ? 40 : 0);
    expect(person.nik.slice(6, 12)).toBe(`${String(dayInNik).padStart(2, '0')}${month}${year.slice(2)}`);
    const mrz = parse(String(values['passport.mrz']).split('\n'));
    expect([mrz.valid, mrz.fields.documentNumber]).toEqual([true, person.passportNumber]);
    expect(person.passportExpiry < '2026-11-24').toBe(true);
  },
);

test('every specimen lives in a village that exists', () => {
  const regions = JSON.stringify(read('../../central/catalog/regions.json'));
  for (const { values } of specimens) expect(regions).toContain(`"${values['address.village']}"`);
  expect(new Set(specimens.map(({ key }) => key)).size).toBe(specimens.length);
});
