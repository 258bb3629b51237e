import { expect, test } from 'vitest';
import { clockOfSteps } from '../testing/clock-of-steps.ts';
import { type SyncBench, startSyncBench } from '../testing/sync-bench.ts';

const BUNDLES = 20;
/** So many tell how fast the line is. */
const FIRST = 6;

/** Delivers bundles over a line whose every step takes so long. */
async function sendOver(millisecondsEach: number, spoil: SyncBench['spoil']) {
  const bench = await startSyncBench({ clock: clockOfSteps(millisecondsEach) });
  await bench.enrol();
  bench.spoil = spoil;
  for (let number = 0; number < BUNDLES; number += 1) await bench.submit(100_000);
  await bench.until(() => bench.sync().summary().delivered === BUNDLES);
}

test('five bundles go at once on a slow line', async () => {
  const fiveAreHere = Promise.withResolvers<void>();
  let underWay = 0;
  let most = 0;
  await sendOver(1_000, async ({ path }, honest) => {
    if (!path.endsWith('/bundle')) return await honest();
    underWay += 1;
    most = Math.max(most, underWay);
    if (underWay === 5) fiveAreHere.resolve();
    await fiveAreHere.promise;
    const answer = await honest();
    underWay -= 1;
    return answer;
  });
  expect(most).toBe(5);
});

test('eight go at once where the line is fast and disks are waited for', async () => {
  const eightAreHere = Promise.withResolvers<void>();
  let seen = 0;
  await sendOver(0.1, async ({ path }, honest) => {
    if (!path.endsWith('/bundle')) return await honest();
    seen += 1;
    if (seen === FIRST + 8) eightAreHere.resolve();
    if (seen > FIRST) await eightAreHere.promise;
    return await honest();
  });
  expect(seen).toBe(BUNDLES);
});

test('a core that comes while bundles are on a slow line does not wait for one of them to end', async () => {
  const bench = await startSyncBench({ clock: clockOfSteps(1_000) });
  await bench.enrol();
  const fiveAreHere = Promise.withResolvers<void>();
  const coreIsHere = Promise.withResolvers<void>();
  let underWay = 0;
  let ended = 0;
  let endedBefore: number | null = null;
  bench.spoil = async ({ path }, honest) => {
    const answer = await honest();
    if (path.endsWith('/bundle')) {
      underWay += 1;
      if (underWay === 5) fiveAreHere.resolve();
      await coreIsHere.promise;
      ended += 1;
    } else if (underWay >= 5) {
      endedBefore ??= ended;
      coreIsHere.resolve();
    }
    return answer;
  };
  for (let number = 0; number < 5; number += 1) await bench.submit(100_000);
  await fiveAreHere.promise;
  await bench.submit(100_000);
  await bench.until(() => bench.sync().summary().delivered === 6);
  expect(endedBefore).toBe(0);
  expect(bench.central.received).toHaveLength(6);
});
