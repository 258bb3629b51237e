import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

test('a burst passes, then one for each interval; another key is not held up', () => {
  let now = 0;
  const take = createRateLimiter({ burst: 3, perSecond: 0.5 }, () => now);
  expect([take('a'), take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 0, 2, 0]);
  now += 1_999;
  expect(take('a')).toBe(1);
  now += 1;
  expect([take('a'), take('a')]).toEqual([0, 2]);
});

test('memory is bounded: who was not seen for the longest time is forgotten', () => {
  const take = createRateLimiter({ burst: 1, perSecond: 0.001 }, () => 0, 3);
  for (const key of ['a', 'b', 'c']) expect(take(key)).toBe(0);
  expect(take('a')).toBeGreaterThan(0);
  expect(take('d')).toBe(0);
  expect(take('a')).toBeGreaterThan(0);
  expect(take('b')).toBe(0);
});

test('never more than the burst and the pace allow, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 200 }), (steps) => {
      let now = 0;
      let forward = 0;
      const take = createRateLimiter({ burst: 5, perSecond: 2 }, () => now);
      let passed = 0;
      for (const step of steps) {
        now += step;
        forward += Math.max(0, step);
        if (take('a') === 0) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(5 + (2 * forward) / 1_000 + 1e-6);
    }),
  );
});
