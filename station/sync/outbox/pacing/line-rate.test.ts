import { expect, test } from 'vitest';
import { createManualClock } from '../../../clock/manual-clock.ts';
import { createLineRate } from './line-rate.ts';

test('two uploads at once share one time, and waiting between them does not count', () => {
  const clock = createManualClock();
  const rate = createLineRate(clock);
  expect(rate.bytesPerSecond()).toBeNull();
  const [endFirst, endSecond] = [rate.begin(), rate.begin()];
  rate.sent(100_000);
  clock.advance(1_000);
  rate.sent(100_000);
  endFirst();
  endFirst();
  clock.advance(1_000);
  endSecond();
  clock.advance(60_000);
  expect(rate.bytesPerSecond()).toBe(100_000);
});

test('a line that became slow is soon known as slow', () => {
  const clock = createManualClock();
  const rate = createLineRate(clock);
  rate.begin();
  for (let second = 0; second < 60; second += 1) {
    rate.sent(100_000);
    clock.advance(1_000);
  }
  for (let second = 0; second < 300; second += 1) {
    rate.sent(1_000);
    clock.advance(1_000);
  }
  expect(rate.bytesPerSecond()).toBeLessThan(5_000);
});
