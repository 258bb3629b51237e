import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInWib } from '../../../clock/calendar.ts';
import { allowance, SMALLEST_SLICE_BYTES } from './budget.ts';

const DAY = 24 * 60 * 60_000;
/** 24 November 2026, 09.05 WIB. */
const NOW = Date.UTC(2026, 10, 24, 2, 5);
const limitArbitrary = fc.option(fc.integer({ min: 1_000_000, max: 10_000_000 }));
const budgetArbitrary = fc.record({ dailyBytes: limitArbitrary, monthlyBytes: limitArbitrary });
const sentArbitrary = fc
  .record({ today: fc.nat(12_000_000), before: fc.nat(12_000_000) })
  .map(({ today, before }) => ({ today, thisMonth: today + before }));
const nowArbitrary = fc.integer({ min: NOW, max: NOW + 800 * DAY });

test('a spent day frees at midnight, a spent month on the first', () => {
  const budget = { dailyBytes: 1_000_000, monthlyBytes: 20_000_000 };
  expect(allowance(budget, { today: 400_000, thisMonth: 5_000_000 }, NOW)).toEqual({
    bytes: 600_000,
    freesAt: null,
  });
  expect(allowance(budget, { today: 1_000_000, thisMonth: 5_000_000 }, NOW).freesAt).toBe(
    Date.UTC(2026, 10, 24, 17),
  );
  expect(allowance(budget, { today: 0, thisMonth: 20_000_000 }, NOW).freesAt).toBe(
    Date.UTC(2026, 10, 30, 17),
  );
});

test('without a limit everything may go', () => {
  const none = { dailyBytes: null, monthlyBytes: null };
  fc.assert(
    fc.property(sentArbitrary, nowArbitrary, (sent, now) => {
      expect(allowance(none, sent, now)).toEqual({ bytes: Number.POSITIVE_INFINITY, freesAt: null });
    }),
  );
});

test('never more than either limit leaves, never a sliver, and a time when there is nothing', () => {
  fc.assert(
    fc.property(budgetArbitrary, sentArbitrary, nowArbitrary, (budget, sent, now) => {
      const { bytes, freesAt } = allowance(budget, sent, now);
      if (budget.dailyBytes !== null && bytes > 0)
        expect(sent.today + bytes).toBeLessThanOrEqual(budget.dailyBytes);
      if (budget.monthlyBytes !== null && bytes > 0)
        expect(sent.thisMonth + bytes).toBeLessThanOrEqual(budget.monthlyBytes);
      expect(bytes === 0 || bytes >= SMALLEST_SLICE_BYTES).toBe(true);
      expect(freesAt === null).toBe(bytes > 0);
    }),
  );
});

test('what frees, frees at the first moment of a later day', () => {
  fc.assert(
    fc.property(budgetArbitrary, sentArbitrary, nowArbitrary, (budget, sent, now) => {
      const { freesAt } = allowance(budget, sent, now);
      if (freesAt === null) return;
      expect(freesAt).toBeGreaterThan(now);
      expect(freesAt - now).toBeLessThanOrEqual(31 * DAY);
      expect(dayInWib(freesAt)).not.toBe(dayInWib(freesAt - 1));
      expect(allowance(budget, { today: 0, thisMonth: 0 }, freesAt).bytes).toBeGreaterThan(0);
    }),
  );
});
