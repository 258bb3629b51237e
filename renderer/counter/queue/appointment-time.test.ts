import { expect, test } from 'vitest';
import { appointmentInstant } from './appointment-time.ts';

/** 24 November 2026, 23.30 WIB: in UTC the same day. */
const LATE = Date.UTC(2026, 10, 24, 16, 30);
/** 25 November 2026, 01.00 WIB: in UTC still the day before. */
const EARLY = Date.UTC(2026, 10, 24, 18, 0);

test.each(['9.30', '09:30', '0930', ' 09.30 ', '930'])(
  '“%s” is half past nine of the kiosk’s day',
  (text) => {
    expect(appointmentInstant(text, LATE)).toBe(Date.UTC(2026, 10, 24, 2, 30));
    expect(appointmentInstant(text, EARLY)).toBe(Date.UTC(2026, 10, 25, 2, 30));
  },
);

test('nothing is no appointment, and what is no time is told', () => {
  expect(appointmentInstant(' ', LATE)).toBeNull();
  for (const text of ['25.00', '9.75', 'pagi', '9']) expect(appointmentInstant(text, LATE)).toBeUndefined();
});
