import { expect, test } from 'vitest';
import type { Field } from '../../contract/domain/form.ts';
import type { ScanMeaning } from '../../contract/domain/scan.ts';
import { placeScan } from './scan-field.ts';

const field = (key: string, type: Field['type']): Field => ({
  key,
  type,
  label: { id: key, en: key },
  required: 'always',
});
const fields = [field('name', 'full-name'), field('nik', 'nik'), field('kk', 'family-card-number')];
const man: ScanMeaning = { kind: 'card-number', number: '1804040511869902' };
const woman: ScanMeaning = { kind: 'card-number', number: '1804045709909901' };

function where(meaning: ScanMeaning, values: Record<string, string>, focused: string | null = null) {
  const place = placeScan(meaning, fields, values, focused);
  return place.kind === 'fill' ? place.field.key : place.kind;
}

test('a card’s number goes into the field with the finger in it, else into the first empty one', () => {
  expect(where(man, {})).toBe('nik');
  expect(where(man, { nik: '1' })).toBe('kk');
  expect(where(man, {}, 'kk')).toBe('kk');
  expect(where(man, { nik: '1', kk: '2' }, 'nik')).toBe('nik');
  expect(where(man, {}, 'name')).toBe('nik');
});

test('a number scanned twice stays where it is; when all is filled the officer chooses', () => {
  expect(where(man, { nik: '1804040511869902' })).toBe('nik');
  expect(where(man, { nik: '1', kk: '2' })).toBe('choose');
});

test('a number with a woman’s day of birth is never a family card’s', () => {
  expect(where(woman, {}, 'kk')).toBe('nik');
  expect(where(woman, { nik: '1' })).toBe('choose');
});

test('passport lines go where lines are asked for, and nowhere else', () => {
  const mrz: ScanMeaning = { kind: 'mrz', lines: 'A\nB' };
  expect(placeScan(mrz, fields, {}, null)).toEqual({ kind: 'none' });
  const lines = field('mrz', 'mrz');
  expect(placeScan(mrz, [lines], { mrz: 'X' }, null)).toEqual({ kind: 'fill', field: lines, value: 'A\nB' });
  expect(placeScan(man, [lines], {}, null)).toEqual({ kind: 'none' });
  expect(placeScan({ kind: 'unknown' }, fields, {}, 'nik')).toEqual({ kind: 'none' });
});
