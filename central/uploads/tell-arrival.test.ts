import { expect, test } from 'vitest';
import { tellArrival } from './tell-arrival.ts';

/** Pieces that arrive at these times, and what their sender was told at which. */
function toldFor(times: readonly number[], state: { headersSent?: boolean; destroyed?: boolean } = {}) {
  let time = 0;
  const told: number[] = [];
  const answer = {
    headersSent: false,
    destroyed: false,
    ...state,
    writeProcessing: () => void told.push(time),
  };
  const arrived = tellArrival(answer, () => time);
  for (const at of times) {
    time = at;
    arrived();
  }
  return told;
}

test('a sender hears once a second that its bytes arrive', () => {
  expect(toldFor([0, 999, 1_000, 1_500, 1_999, 2_000, 9_000])).toEqual([1_000, 2_000, 9_000]);
});

test('nothing is said after the answer, nor to a connection that is gone', () => {
  expect(toldFor([0, 5_000, 10_000], { headersSent: true })).toEqual([]);
  expect(toldFor([0, 5_000, 10_000], { destroyed: true })).toEqual([]);
});
