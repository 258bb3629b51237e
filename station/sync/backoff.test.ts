import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { backoff } from './backoff.ts';
import { createResting } from './outbox/resting.ts';

test('waits grow from a second to minutes and never beyond', () => {
  expect([1, 2, 3, 20, 1_000_000].map((failures) => backoff(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 180_000, 180_000,
  ]);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const wait = backoff(failures, random);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(180_000);
    }),
  );
});

test('stations that lost the same line come back one after another', () => {
  const waits = Array.from({ length: 100 }, (_, place) => backoff(8, place / 100));
  expect(new Set(waits).size).toBe(100);
});

test('a packet rests longer each time, alone, and wakes when asked', () => {
  const clock = createManualClock();
  const resting = createResting(clock, () => 1);
  expect(resting.nextIn()).toBeNull();
  resting.rest('a', 0);
  resting.rest('b', 3);
  expect([resting.isResting('a'), resting.isResting('c'), resting.nextIn()]).toEqual([true, false, 2_000]);
  clock.advance(2_000);
  expect([resting.isResting('a'), resting.isResting('b'), resting.count()]).toEqual([false, true, 1]);
  resting.wakeAll();
  expect([resting.isResting('b'), resting.nextIn()]).toEqual([false, null]);
});
