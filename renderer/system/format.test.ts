import { expect, test } from 'vitest';
import {
  ageOn,
  dayOf,
  formatBytes,
  formatDate,
  formatInstant,
  formatLongDay,
  formatMoney,
  formatTime,
  formatWhen,
  hourOf,
} from './format.ts';

const morning = Date.parse('2026-11-24T02:05:00Z');

test('money has dots and a space that does not break', () => {
  expect(formatMoney(650_000, 'id')).toBe('Rp\u00a0650.000');
  expect(formatMoney(0, 'id')).toBe('Rp\u00a00');
  expect(formatMoney(1_950_000, 'en')).toBe('Rp\u00a01,950,000');
});

test('dates are written out', () => {
  expect(formatDate('2026-11-24', 'id')).toBe('24 November 2026');
  expect(formatDate('1986-05-02', 'id')).toBe('2 Mei 1986');
  expect(formatDate('1986-05-02', 'en')).toBe('2 May 1986');
  expect(formatDate('1986-02', 'id')).toBe('1986-02');
  expect(formatDate('1986-13-40', 'id')).toBe('1986-13-40');
});

test('times are Western Indonesian whatever the machine says', () => {
  expect(formatTime(morning, 'id')).toBe('09.05 WIB');
  expect(formatTime(morning, 'en')).toBe('09:05 WIB');
  expect(formatInstant(morning, 'id')).toBe('24 November 2026, 09.05 WIB');
  expect(formatLongDay(morning, 'id')).toBe('Selasa, 24 November 2026');
  expect(formatLongDay(Date.parse('2026-11-30T19:00:00Z'), 'id')).toBe('Selasa, 1 Desember 2026');
  expect(formatLongDay(morning, 'en')).toBe('Tuesday, 24 November 2026');
  expect(hourOf(morning)).toBe(9);
  expect(hourOf(Date.parse('2026-11-23T17:30:00Z'))).toBe(0);
  expect(dayOf(Date.parse('2026-11-23T17:30:00Z'))).toBe('2026-11-24');
});

test('today is told by the time alone', () => {
  expect(formatWhen(morning, morning + 3_600_000, 'id')).toBe('09.05 WIB');
  expect(formatWhen(morning, morning + 86_400_000, 'id')).toBe('24 November 2026, 09.05 WIB');
});

test('sizes are short', () => {
  expect(formatBytes(1_840_000, 'id')).toBe('1,8\u00a0MB');
  expect(formatBytes(12_400, 'id')).toBe('13\u00a0kB');
  expect(formatBytes(31_240_000_000, 'id')).toBe('31,2\u00a0GB');
});

test('age turns on the birthday', () => {
  expect(ageOn('1986-11-24', morning)).toBe(40);
  expect(ageOn('1986-11-25', morning)).toBe(39);
  expect(ageOn('2027-01-01', morning)).toBeNull();
  expect(ageOn('--', morning)).toBeNull();
});
