import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 24 November 2026, 00.00 WIB. */
const MIDNIGHT = Date.UTC(2026, 10, 23, 17);
const at = (hour: number, minute = 0, second = 0) =>
  MIDNIGHT + (hour * 60 + minute) * MINUTE + second * 1_000;
const minuteOfDay = (instant: number) => Math.floor(((instant - MIDNIGHT) % DAY) / MINUTE);

const hoursArbitrary = fc
  .record({ from: fc.nat(1_439), until: fc.nat(1_439) })
  .filter(({ from, until }) => from !== until);
const nowArbitrary = fc.integer({ min: MIDNIGHT, max: MIDNIGHT + 400 * DAY });

test('quiet from 21.00 until 05.00, over midnight', () => {
  const night = { from: 21 * 60, until: 5 * 60 };
  expect(quietUntil(night, at(20, 59, 59))).toBeNull();
  expect(quietUntil(night, at(21))).toBe(at(29));
  expect(quietUntil(night, at(0))).toBe(at(5));
  expect(quietUntil(night, at(4, 59, 59))).toBe(at(5));
  expect(quietUntil(night, at(5))).toBeNull();
});

test('without quiet hours it is never quiet', () => {
  fc.assert(fc.property(nowArbitrary, (now) => quietUntil(null, now) === null));
});

test('they end later, within a day, exactly at their end, and it is quiet until then and not after', () => {
  fc.assert(
    fc.property(hoursArbitrary, nowArbitrary, (hours, now) => {
      const end = quietUntil(hours, now);
      if (end === null) return;
      expect(end).toBeGreaterThan(now);
      expect(end - now).toBeLessThanOrEqual(DAY);
      expect(minuteOfDay(end)).toBe(hours.until);
      expect(quietUntil(hours, end)).toBeNull();
      expect(quietUntil(hours, end - 1)).toBe(end);
    }),
  );
});

test('of every minute of a day, as many are quiet as lie between', () => {
  fc.assert(
    fc.property(hoursArbitrary, (hours) => {
      const minutes = Array.from({ length: 1_440 }, (_, minute) => MIDNIGHT + minute * MINUTE);
      const quiet = minutes.filter((minute) => quietUntil(hours, minute) !== null);
      expect(quiet.length).toBe((hours.until - hours.from + 1_440) % 1_440);
    }),
    { numRuns: 20 },
  );
});
