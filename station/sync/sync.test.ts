import { expect, test } from 'vitest';
import { startSyncBench } from './testing/sync-bench.ts';

test('enrols, then delivers what was submitted, cores before bundles', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const submitted = [await bench.submit(), await bench.submit(0), await bench.submit(100_000)];
  await bench.until(() => bench.sync().summary().waiting === 0);
  await bench.idle();
  expect([...bench.central.received].sort()).toEqual(
    submitted.map(({ applicationId }) => applicationId).sort(),
  );
  expect(bench.sync().summary()).toMatchObject({
    waiting: 0,
    waitingBytes: 0,
    delivered: 3,
    quarantined: 0,
    line: 'up',
    lastProblem: null,
    oldestWaitingAt: null,
  });
  const page = bench.sync().items('all', null, 10);
  expect(page.rows.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
  expect(bench.troubles).toEqual([]);
});

test('a station that was never told where central is keeps everything and says so', async () => {
  const bench = await startSyncBench();
  expect(bench.sync().sealer.stationId()).toBeNull();
  expect(bench.sync().summary()).toMatchObject({ line: 'unknown', sending: false, lastContactAt: null });
  bench.sync().sendNow();
  expect(bench.sync().summary().sending).toBe(false);
});
