import { expect, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import { createLookupLimit } from './lookup-limit.ts';

test('twenty wrong codes close the door for everybody, right codes too, until the first is ten minutes old', () => {
  const clock = createManualClock();
  const limit = createLookupLimit(clock);
  const guess = () => limit.lookUp(() => null);
  for (let wrong = 0; wrong < 20; wrong += 1)
    expect(guess).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  expect(() => limit.lookUp(() => 'right')).toThrow(
    expect.objectContaining({ code: 'TOO_MANY_TRIES', data: { until: clock.now() + 600_000 } }),
  );
  clock.advance(599_999);
  expect(guess).toThrow(expect.objectContaining({ code: 'TOO_MANY_TRIES' }));
  clock.advance(1);
  expect(limit.lookUp(() => 'right')).toBe('right');
});

test('right codes do not count', () => {
  const limit = createLookupLimit(createManualClock());
  for (let right = 0; right < 100; right += 1) expect(limit.lookUp(() => right)).toBe(right);
});
