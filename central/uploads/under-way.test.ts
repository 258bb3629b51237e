import { expect, test } from 'vitest';
import { createUnderWay } from './under-way.ts';

const one = { stationId: 'station-1', packetId: 'a' };
const other = { stationId: 'station-2', packetId: 'a' };

test('who asks anew ends the request before, and waits until all it brought is written down', async () => {
  const underWay = createUnderWay();
  const first = await underWay.begin(one);
  const foreign = await underWay.begin(other);
  let settled = false;
  const asked = underWay.settle(one).then(() => {
    settled = true;
  });
  expect(first.signal.aborted).toBe(true);
  await Promise.resolve();
  expect(settled).toBe(false);
  first.end();
  await asked;
  expect(foreign.signal.aborted).toBe(false);
  await underWay.settle(one);
});

test('of many that go on at once each has its turn alone', async () => {
  const underWay = createUnderWay();
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const turn = await underWay.begin(one);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise<void>((resolve) => {
        if (turn.signal.aborted) resolve();
        turn.signal.addEventListener('abort', () => resolve());
        setImmediate(resolve);
      });
      inside -= 1;
      turn.end();
    }),
  );
  expect(most).toBe(1);
});
