import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const wib = (text: string) => Date.parse(`${text}+07:00`);

test.each([
  ['2026-11-24T09:00', 4, '2026-11-30'],
  ['2026-11-27T16:00', 1, '2026-11-30'],
  ['2026-11-28T10:00', 1, '2026-11-30'],
  ['2026-11-23T00:00', 4, '2026-11-27'],
  ['2026-11-23T23:59', 0, '2026-11-23'],
])('%s and %i working days is %s', (from, days, expected) => {
  expect(addWorkingDays(wib(from), days)).toBe(wib(`${expected}T12:00`));
});

test('counting back gives the days that were added', () => {
  const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 60 }), (from, days) => {
      expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days);
    }),
  );
});

test('nothing has passed when the end is before the beginning', () => {
  expect(workingDaysBetween(wib('2026-11-24T09:00'), wib('2026-11-20T09:00'))).toBe(0);
});
