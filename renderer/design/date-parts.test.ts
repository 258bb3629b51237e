import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinDate, splitDate } from './date-parts.ts';

const digits = (maximum: number) => fc.stringMatching(new RegExp(`^\\d{0,${maximum}}$`));

test('unfinished dates keep what was typed', () => {
  fc.assert(
    fc.property(digits(2), digits(2), digits(3), (day, month, year) => {
      expect(splitDate(joinDate({ day, month, year }))).toEqual({ day, month, year });
    }),
  );
});

test('a finished date is a calendar date', () => {
  expect(joinDate({ day: '2', month: '5', year: '1986' })).toBe('1986-05-02');
  expect(joinDate({ day: '24', month: '11', year: '2026' })).toBe('2026-11-24');
  expect(joinDate({ day: '', month: '', year: '' })).toBe('');
});
