import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DaySpan } from '../../contract/domain/time-of-day.ts';
import { nightFrom, unattendedUntil } from './schedule.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const DAY = DAY_MINUTES * MINUTE;
/** 24 November 2026, 00.00 WIB. */
const MIDNIGHT = Date.UTC(2026, 10, 23, 17);
const at = (hour: number, minute = 0, second = 0) =>
  MIDNIGHT + (hour * 60 + minute) * MINUTE + second * 1_000;
const timeOfDay = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const spanArbitrary: fc.Arbitrary<DaySpan> = fc
  .tuple(fc.nat(1_439), fc.nat(1_439))
  .map(([from, to]) => ({ from: timeOfDay(from), to: timeOfDay(to) }));
const spansArbitrary = fc.array(spanArbitrary, { maxLength: 8 });
const nowArbitrary = fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 400 * DAY });

/** The plain meaning of one span, minute by minute. */
function covers({ from, to }: DaySpan, time: string): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}
const timeAt = (instant: number) => timeOfDay(Math.floor(((instant - MIDNIGHT) % DAY) / MINUTE));

test('from 16.00 until 07.30, over midnight', () => {
  const night = [{ from: '16:00', to: '07:30' }];
  expect(unattendedUntil(night, at(15, 59, 59))).toBeNull();
  expect(unattendedUntil(night, at(16))).toBe(at(24 + 7, 30));
  expect(unattendedUntil(night, at(0))).toBe(at(7, 30));
  expect(unattendedUntil(night, at(7, 29, 59))).toBe(at(7, 30));
  expect(unattendedUntil(night, at(7, 30))).toBeNull();
});

test('the midday prayer and the night that touch or overlap are one', () => {
  const spans = [
    { from: '12:00', to: '13:00' },
    { from: '13:00', to: '14:00' },
    { from: '13:30', to: '15:00' },
  ];
  expect(unattendedUntil(spans, at(12, 10))).toBe(at(15));
});

test('without hours it is always attended, and a whole day has no end', () => {
  fc.assert(fc.property(nowArbitrary, (now) => unattendedUntil([], now) === null));
  const always = [
    { from: '00:00', to: '12:00' },
    { from: '12:00', to: '00:00' },
  ];
  expect(unattendedUntil(always, at(9))).toBe(at(9) + DAY);
});

test('it is unattended exactly in the minutes some span covers', () => {
  fc.assert(
    fc.property(spansArbitrary, nowArbitrary, (spans, now) => {
      const wanted = spans.some((span) => covers(span, timeAt(now)));
      expect(unattendedUntil(spans, now) !== null).toBe(wanted);
    }),
  );
});

test('a night to practise with begins at once, at any minute', () => {
  fc.assert(
    fc.property(nowArbitrary, (now) => unattendedUntil(nightFrom(now), now) !== null),
    { examples: [[at(7, 30)], [at(0)]] },
  );
});

test('it ends later, within a day, at a minute that is attended, with none attended before', () => {
  fc.assert(
    fc.property(spansArbitrary, nowArbitrary, (spans, now) => {
      const end = unattendedUntil(spans, now);
      if (end === null) return;
      expect(end).toBeGreaterThan(now);
      expect(end - now).toBeLessThanOrEqual(DAY);
      const minutes = Array.from(
        { length: Math.ceil((end - now) / MINUTE) },
        (_, step) => now + step * MINUTE,
      );
      expect(minutes.every((minute) => minute >= end || unattendedUntil(spans, minute) !== null)).toBe(true);
      if (end - now < DAY - MINUTE) expect(unattendedUntil(spans, end)).toBeNull();
    }),
    { numRuns: 60 },
  );
});
