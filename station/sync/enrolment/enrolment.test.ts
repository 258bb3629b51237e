import { expect, test } from 'vitest';
import { startSyncBench } from '../testing/sync-bench.ts';

test('an answer that was lost is asked for again, and the same keys are pinned', async () => {
  const bench = await startSyncBench();
  let lost = 0;
  bench.spoil = async (request, honest) => {
    const answer = await honest();
    if (request.path !== '/v1/enrolments' || lost === 2) return answer;
    lost += 1;
    return { kind: 'cut' };
  };
  bench.sync().setCentral({ url: bench.server.url, enrolmentCode: 'SPESIMEN-0001' });
  await bench.pass(() => bench.sync().sealer.stationId() === 'station-1');
  expect(lost).toBe(2);
});

test('a wrong code is told, and the right one, told later, is used', async () => {
  const bench = await startSyncBench();
  bench.sync().setCentral({ url: bench.server.url, enrolmentCode: 'SPESIMEN-9999' });
  await bench.idle();
  expect(bench.sync().summary()).toMatchObject({ lastProblem: 'code-refused' });
  expect(bench.sync().summary().nextTryAt).not.toBeNull();
  await bench.enrol();
  expect(bench.sync().summary().lastProblem).toBeNull();
});

test('without a code a station that is not enrolled says so and asks nobody', async () => {
  const bench = await startSyncBench();
  bench.sync().setCentral({ url: bench.server.url, enrolmentCode: null });
  await bench.idle();
  expect(bench.sync().summary().lastProblem).toBe('not-enrolled');
  expect(bench.server.requests).toHaveLength(0);
});

test('what is pinned stays pinned over a restart, and no code is asked for again', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  await bench.kill();
  await bench.idle();
  expect(bench.sync().sealer.stationId()).toBe('station-1');
  expect(bench.server.requests.filter(({ path }) => path === '/v1/enrolments')).toHaveLength(1);
  const { packetId } = await bench.submit();
  await bench.pass(() => bench.sync().stateOf(bench.store().read, packetId) === 'delivered');
});
