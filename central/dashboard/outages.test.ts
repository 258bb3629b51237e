import { expect, test } from 'vitest';
import { findOutages, runsOf } from './outages.ts';

test('a night is no outage, two silent days are, and one that goes on is told', () => {
  const working = [0, 24, 48].flatMap((day) => [1, 2, 3, 9].map((hour) => day + hour));
  expect(findOutages(working, 0, 60)).toEqual({ longest: 16, count: 0, silentNow: false });
  expect(findOutages([1, 2, 50, 51], 0, 60)).toEqual({ longest: 48, count: 1, silentNow: false });
  expect(findOutages([1, 2], 0, 60)).toEqual({ longest: 58, count: 1, silentNow: true });
  expect(findOutages([], 0, 336)).toEqual({ longest: 336, count: 1, silentNow: true });
  expect(findOutages([-5, 70], 0, 20)).toEqual({ longest: 20, count: 0, silentNow: false });
});

test('hours that follow each other are one run', () => {
  expect(runsOf([1, 2, 3, 7, 9, 10])).toEqual([
    { from: 1, length: 3 },
    { from: 7, length: 1 },
    { from: 9, length: 2 },
  ]);
  expect(runsOf([])).toEqual([]);
});
