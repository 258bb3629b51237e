import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueCount } from '../store/tables/queue-counts.ts';
import { estimateMinutes, measuredBetween, medianPerPerson, ticketsBefore } from './estimates.ts';

const MINUTE = 60_000;
const count = (group: string, tickets: number, ahead = false, people = tickets): QueueCount => ({
  group,
  state: 'waiting',
  ahead,
  tickets,
  people,
});

test('the median is by person, and unknown until three were measured', () => {
  const took = (minutes: number, people = 1) => ({ milliseconds: minutes * MINUTE, people });
  expect(medianPerPerson([took(5), took(9)])).toBeNull();
  expect(medianPerPerson([took(5), took(90), took(7)])).toBe(7 * MINUTE);
  expect(medianPerPerson([took(4), took(24, 4), took(8), took(100)])).toBe(7 * MINUTE);
});

test('a clock that was moved measures nothing', () => {
  expect(measuredBetween(null, 10)).toBeNull();
  expect(measuredBetween(10, 5)).toBeNull();
  expect(measuredBetween(0, 5 * 60 * MINUTE)).toBeNull();
  expect(measuredBetween(0, 5 * MINUTE)).toBe(5 * MINUTE);
});

test('an estimate counts people, and says nothing where something is not known', () => {
  const known = () => 5 * MINUTE;
  expect(estimateMinutes(3, [count('A', 3, false, 6)], 'A', known)).toBe(30);
  expect(estimateMinutes(0, [], 'A', known)).toBe(0);
  expect(estimateMinutes(0, [], 'A', () => null)).toBeNull();
  expect(
    estimateMinutes(2, [count('A', 1), count('B', 1)], 'A', (group) => (group === 'A' ? MINUTE : null)),
  ).toBeNull();
});

test('priority has fewer before it, never more', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 0, max: 3 }), (ordinary, urgent, passedOver) => {
      const counts = [count('A', ordinary), count('A', urgent, true)];
      const [all, before] = [false, true].map((ahead) => ticketsBefore(counts, ahead, passedOver));
      expect(all).toBe(ordinary + urgent);
      expect(before).toBeLessThanOrEqual(ordinary + urgent);
      expect(before).toBeGreaterThanOrEqual(urgent);
    }),
  );
});
