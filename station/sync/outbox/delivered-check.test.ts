import { expect, test } from 'vitest';
import { readDownlink } from '../../store/tables/central.ts';
import { startSyncBench } from '../testing/sync-bench.ts';

test('what a restored central lost is sent again, and its feed is read from the beginning', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const [kept, lost] = [await bench.submit(), await bench.submit()];
  await bench.pass(() => bench.sync().summary().delivered === 2);
  bench.central.downlink.changes = { cursor: 'far' };
  await bench.pass(() => readDownlink(bench.store().read)?.cursor === 'far');
  bench.central.forget(lost.packetId);
  bench.sync().sendNow();
  await bench.pass(() => bench.central.received.length === 3);
  // Two connections: which of the first two is there first is open.
  expect([...bench.central.received].sort()).toEqual(
    [kept.applicationId, lost.applicationId, lost.applicationId].sort(),
  );
  expect(bench.central.received.at(-1)).toBe(lost.applicationId);
  await bench.pass(() => bench.sync().summary().delivered === 2);
  const asked = bench.server.requests.filter(({ path }) => path.startsWith('/v1/changes'));
  expect(asked.at(-1)?.path).toContain('cursor=');
  expect(asked.some(({ path }, place) => place > 1 && path.endsWith('cursor='))).toBe(true);
});

test('central is asked once after a start and then every six hours, not at every poll', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  await bench.submit();
  await bench.pass(() => bench.sync().summary().delivered === 1);
  const questions = () => bench.server.requests.filter(({ path }) => path === '/v1/missing-packets').length;
  const polls = () => bench.server.requests.filter(({ path }) => path.startsWith('/v1/changes')).length;
  const before = polls();
  await bench.pass(() => polls() >= before + 5);
  const asked = questions();
  expect(asked).toBeLessThanOrEqual(1);
  bench.clock.advance(6 * 60 * 60_000);
  await bench.pass(() => questions() === asked + 1);
});

test('packets named that were never asked after change nothing', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  await bench.submit();
  await bench.pass(() => bench.sync().summary().delivered === 1);
  bench.spoil = async (request, honest) =>
    request.path === '/v1/missing-packets'
      ? { kind: 'answer', body: { missing: ['0193a0b0-0000-7000-8000-000000000001'] } }
      : await honest();
  bench.sync().sendNow();
  await bench.idle();
  expect(bench.sync().summary()).toMatchObject({ delivered: 1, waiting: 0 });
});
