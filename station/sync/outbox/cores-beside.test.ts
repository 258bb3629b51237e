import { expect, test } from 'vitest';
import { LARGEST_BATCH } from '../../../contract/central/packet.ts';
import { clockOfSteps } from '../testing/clock-of-steps.ts';
import { startSyncBench } from '../testing/sync-bench.ts';
import type { UnrulyRequest } from '../testing/unruly-server.ts';
import type { LaneCall } from './core-lane.ts';
import { createCoresBeside } from './cores-beside.ts';

/** The first goes alone, then a batch that tells how fast the line is, then the rest. */
const PACKETS = LARGEST_BATCH + 10;

const isBundle = ({ path }: Pick<UnrulyRequest, 'path'>) => path.endsWith('/bundle');
const isBatch = ({ path }: Pick<UnrulyRequest, 'path'>) => path === '/v1/batches';

/** Delivers packets that all waited, over a line whose every step takes so long; `onLast` is asked before the last batch is answered. */
async function deliver(millisecondsEach: number, onLast: (bundleSeen: Promise<void>) => Promise<void>) {
  const bench = await startSyncBench({ clock: clockOfSteps(millisecondsEach) });
  await bench.enrol();
  const allWait = Promise.withResolvers<void>();
  const bundleSeen = Promise.withResolvers<void>();
  let batches = 0;
  bench.spoil = async (request, honest) => {
    if (isBundle(request)) bundleSeen.resolve();
    if (isBatch(request)) {
      batches += 1;
      if (batches === 1) await allWait.promise;
      if (batches === 3) await onLast(bundleSeen.promise);
    }
    return await honest();
  };
  for (let number = 0; number < PACKETS; number += 1) await bench.submit(2_000);
  allWait.resolve();
  await bench.until(() => bench.sync().summary().delivered === PACKETS);
  expect(batches).toBe(3);
  expect(bench.central.received).toHaveLength(PACKETS);
  return bench.server.requests.filter((request) => isBundle(request) || isBatch(request));
}

test('on a fast line bundles do not wait until central has opened every core', async () => {
  const requests = await deliver(0.1, async (bundleSeen) => await bundleSeen);
  expect(requests.slice(0, 2).every(isBatch)).toBe(true);
});

test('a line that is not fast is left to the cores while one waits', async () => {
  const requests = await deliver(1_000, async () => {});
  expect(requests.slice(0, 3).every(isBatch)).toBe(true);
  expect(requests.slice(3).every(isBundle)).toBe(true);
});

test('a store that cannot be read is told as a failure, and not to whoever said that something waits', () => {
  const broken = new Error('disk I/O error');
  const beside = createCoresBeside({
    mayGo() {
      throw broken;
    },
    bytesPerSecond: () => null,
    sendOnce: async () => false,
  });
  const failures: unknown[] = [];
  expect(beside.send({} as LaneCall, (error) => failures.push(error))).toBeNull();
  expect(failures).toEqual([broken]);
});
