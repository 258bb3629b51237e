import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '../../../contract/domain/form.ts';
import { isOther, judgeReadings, type Reading, withReadings } from './reading.ts';

const field = (type: Field['type']): Field => ({
  key: 'a.b',
  type,
  label: { id: 'x', en: 'x' },
  required: 'always',
});
const reading = (change: Partial<Reading> = {}): Reading => ({
  source: 'passport',
  field: 'a.b',
  value: 'SITI SPESIMEN',
  keptTyped: null,
  ...change,
});

test.each([
  ['passport', 'full-name', 'Spesimen Siti', 'SITI SPESIMEN', false],
  ['passport', 'full-name', 'Sari Spesimen', 'SITI SPESIMEN', true],
  ['passport', 'passport-number', 'x 1234567', 'X1234567', false],
  ['passport', 'date', '2031-02-03', '2030-02-03', true],
  ['identity-card', 'full-name', 'Spesimen Siti', 'SITI SPESIMEN', true],
  ['identity-card', 'text', 'jl. contoh 7', 'JL CONTOH 7', false],
  ['identity-card', 'text', '', 'JL CONTOH 7', false],
] as const)('%s %s: %s beside %s differs: %s', (source, type, typed, read, differs) => {
  expect(isOther(source, field(type), typed, read)).toBe(differs);
});

test('a difference stands until the two say the same or what was typed is kept, and comes back when that changes', () => {
  const judge = (typed: string, keptTyped: string | null) =>
    judgeReadings(field('text'), typed, [reading({ keptTyped })]).map(({ code, values }) => [code, values]);
  const differs = [['passport-chip-differs', { value: 'SITI SPESIMEN' }]];
  expect(judge('Sari', null)).toEqual(differs);
  expect(judge('Siti Spesimen', null)).toEqual([]);
  expect(judge('Sari', 'Sari')).toEqual([]);
  expect(judge('Sara', 'Sari')).toEqual(differs);
  expect(judgeReadings(field('text'), 'Sari', [reading({ field: 'other' })])).toEqual([]);
});

test('reading a document again replaces what it said, and what was kept stands while it says the same', () => {
  const card = reading({ source: 'identity-card' });
  const before = [reading({ keptTyped: 'Sari' }), reading({ field: 'gone' }), card];
  expect(withReadings(before, 'passport', { 'a.b': 'SITI SPESIMEN' })).toEqual([
    card,
    reading({ keptTyped: 'Sari' }),
  ]);
  expect(withReadings(before, 'passport', { 'a.b': 'SITA SPESIMEN' })).toEqual([
    card,
    reading({ value: 'SITA SPESIMEN' }),
  ]);
});

test('what was taken from a document is never told to differ from it', () => {
  const types = fc.constantFrom<Field['type']>('text', 'full-name', 'date', 'mrz');
  fc.assert(
    fc.property(fc.string(), types, fc.constantFrom('passport', 'identity-card'), (value, type, source) => {
      expect(isOther(source, field(type), value, value)).toBe(false);
    }),
  );
});
