import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStop } from './step-keys.ts';

test('one key comes to every stop, all around, either way', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(1 as const, -1 as const),
      (count, direction) => {
        const seen = new Set<number>();
        let place = -1;
        for (let steps = 0; steps < count; steps += 1) {
          place = nextStop(count, place, direction);
          seen.add(place);
        }
        expect(seen.size).toBe(count);
        expect(nextStop(count, place, direction)).toBe(direction === 1 ? 0 : count - 1);
      },
    ),
  );
});

test('with nothing to step to there is no step', () => {
  expect(nextStop(0, -1, 1)).toBe(-1);
});
