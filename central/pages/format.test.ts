import { expect, test } from 'vitest';
import { formatDuration, formatFullDay, formatInstant, formatNik, readInstant } from './format.ts';

const noon = Date.UTC(2026, 10, 24, 2, 5);
const words = { days: 'hari', hours: 'jam' };

test('instants are told in WIB', () => {
  expect(formatInstant(noon)).toBe('24 November 2026 09.05 WIB');
  expect(formatInstant(noon, 'en')).toBe('24 November 2026 09.05 WIB');
  expect(formatFullDay(Date.UTC(2026, 10, 30, 17), 'id')).toBe('Selasa, 1 Desember 2026');
});

test.each([
  ['2026-11-24', '09:05', noon],
  ['2026-02-29', '09:05', null],
  ['2026-11-24', '24:00', null],
  ['2026-13-01', '09:00', null],
  ['24-11-2026', '09:00', null],
  ['', '', null],
])('%s %s is %s', (day, time, instant) => {
  expect(readInstant(day, time)).toBe(instant);
});

test('durations and numbers are for people', () => {
  expect(formatDuration(5 * 3_600_000, words)).toBe('5 jam');
  expect(formatDuration(84 * 3_600_000, words)).toBe('3,5 hari');
  expect(formatNik('1804045709909901')).toBe('1804 0457 0990 9901');
});
