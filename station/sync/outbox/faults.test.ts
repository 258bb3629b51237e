import { expect, test } from 'vitest';
import type { PacketAnswer } from '../../../contract/central/packet.ts';
import { type Spoil, type SyncBench, startSyncBench } from '../testing/sync-bench.ts';
import type { Treatment, UnrulyRequest } from '../testing/unruly-server.ts';

const isBatch = ({ path }: UnrulyRequest) => path === '/v1/batches';
const isBundle = ({ path }: UnrulyRequest) => path.endsWith('/bundle');
const sizeOf = ({ body }: UnrulyRequest): number => JSON.parse(body.toString()).packets.length;
const delivered = (bench: SyncBench, count: number) => () => bench.sync().summary().delivered === count;
const stateOf = (bench: SyncBench, packetId: string) => bench.sync().stateOf(bench.store().read, packetId);

function answersOf(treatment: Treatment): PacketAnswer[] {
  return treatment.kind === 'answer' ? (treatment.body as { answers: PacketAnswer[] }).answers : [];
}
const withAnswers = (answers: readonly unknown[]): Treatment => ({ kind: 'answer', body: { answers } });

/** Spoils the first requests that match, then is honest. */
function first(times: number, matches: (request: UnrulyRequest) => boolean, spoil: Spoil): Spoil {
  let left = times;
  return (request, honest) => {
    if (left === 0 || !matches(request)) return honest();
    left -= 1;
    return spoil(request, honest);
  };
}

const afterHonest =
  (treatment: Treatment): Spoil =>
  async (_, honest) => {
    await honest();
    return treatment;
  };
const error = (status: number, headers = {}): Treatment => ({
  kind: 'answer',
  status,
  headers,
  body: { code: 'SOME' },
});

test.each<[string, Spoil]>([
  ['cut before it is seen', () => ({ kind: 'cut' })],
  ['stored, and its answer lost', afterHonest({ kind: 'cut' })],
  ['stored, and its answer cut in the middle', afterHonest({ kind: 'cut', after: '{"answers":[{"pack' })],
  ['answered 500', () => error(500)],
  ['stored and answered 500', afterHonest(error(500))],
  ['answered 413', () => error(413)],
  ['answered 429', () => error(429)],
  ['answered 503 with a time to wait', () => error(503, { 'retry-after': '30' })],
  ['answered by a portal that is not central', () => ({ kind: 'answer', body: '<html>Masuk</html>' })],
  ['answered without a word about anything', () => withAnswers([])],
])('whatever is %s is delivered once in the end', async (_, spoil) => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = first(4, (request) => isBatch(request) || isBundle(request), spoil);
  const submitted = await Promise.all([bench.submit(), bench.submit(0), bench.submit()]);
  await bench.pass(delivered(bench, 3));
  const expected = submitted.map(({ applicationId }) => applicationId);
  expect([...bench.central.received].sort()).toEqual(expected.sort());
  expect(bench.sync().summary()).toMatchObject({ waiting: 0, quarantined: 0 });
  expect(bench.troubles).toEqual([]);
});

test('an answer that comes twice, or for packets nobody sent, changes nothing more', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = async (request, honest) => {
    const answers = answersOf(await honest());
    if (!isBatch(request)) return honest();
    const stranger = {
      packetId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
      outcome: 'rejected',
      reason: 'wrong-hash',
    };
    return withAnswers([...answers, ...answers, stranger, { nonsense: true }]);
  };
  await Promise.all([bench.submit(), bench.submit(0)]);
  await bench.pass(delivered(bench, 2));
  expect(bench.central.received).toHaveLength(2);
});

test('silence is given up and tried again', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = first(1, isBatch, () => ({ kind: 'silence' }));
  const before = bench.server.requests.length;
  await bench.submit();
  await bench.server.seen(before + 1);
  bench.clock.advance(60_000);
  await bench.pass(delivered(bench, 1));
  expect(bench.central.received).toHaveLength(1);
});

test('an acknowledgement that central did not sign for this very packet delivers nothing', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const forge = async (change: object, packetId: string): Promise<Treatment> => {
    const word = { packetId, applicationId: packetId, revision: 1, sha256: 'ab'.repeat(32) };
    const token = await bench.central.sign({ ...word, stationId: 'station-1', receivedAt: 1, ...change });
    return withAnswers([{ packetId, outcome: 'acknowledged', acknowledgement: token }]);
  };
  let tries = 0;
  bench.spoil = (request, honest) => {
    if (!isBatch(request) || tries === 3) return honest();
    tries += 1;
    const [core] = JSON.parse(request.body.toString()).packets;
    const right = { applicationId: core.applicationId, sha256: core.sha256 };
    if (tries === 1) return forge({}, core.packetId);
    if (tries === 2) return forge({ ...right, stationId: 'station-2' }, core.packetId);
    return withAnswers([{ packetId: core.packetId, outcome: 'acknowledged', acknowledgement: 'a.b.c' }]);
  };
  const { packetId } = await bench.submit(0);
  await bench.idle();
  expect([stateOf(bench, packetId), tries]).toEqual(['sealed', 1]);
  await bench.pass(delivered(bench, 1));
  expect(tries).toBe(3);
});

test('one packet central cannot swallow never stops the others, wherever it stands', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = () => error(503);
  const packets = [];
  for (let n = 0; n < 12; n += 1) packets.push(await bench.submit(n % 2 === 0 ? 0 : 500));
  const poison = packets[0]?.packetId ?? '';
  bench.spoil = (request, honest) =>
    request.body.includes(poison) || request.path.includes(poison) ? error(500) : honest();
  await bench.pass(delivered(bench, 11));
  expect(stateOf(bench, poison)).toBe('sealed');
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  await bench.pass(delivered(bench, 12));
  expect(bench.central.received).toHaveLength(12);
});

test('a bundle that cuts the line every time waits while others pass', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = () => error(503);
  const { packetId } = await bench.submit();
  for (let n = 0; n < 3; n += 1) await bench.submit();
  bench.spoil = (request, honest) =>
    isBundle(request) && request.path.includes(packetId) ? { kind: 'cut' } : honest();
  await bench.pass(delivered(bench, 3));
  expect(stateOf(bench, packetId)).not.toBe('delivered');
});

test('a rejected packet is put aside with its reason until somebody lets it try again', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = first(1, isBatch, (request) => {
    const [core] = JSON.parse(request.body.toString()).packets;
    return withAnswers([{ packetId: core.packetId, outcome: 'rejected', reason: 'wrong-signature' }]);
  });
  const { packetId } = await bench.submit();
  await bench.until(() => bench.sync().summary().quarantined === 1);
  await bench.idle();
  const { rows } = bench.sync().items('quarantined', null, 1);
  expect(rows[0]).toMatchObject({ packetId, state: 'quarantined', reason: 'wrong-signature' });
  bench.sync().sendNow();
  await bench.idle();
  expect(stateOf(bench, packetId)).toBe('quarantined');
  expect(bench.sync().retry(packetId)).toMatchObject({ state: 'sealed', reason: null });
  await bench.pass(delivered(bench, 1));
  expect(bench.sync().retry('019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071')).toBeNull();
});

test('a batch that is too large for a proxy shrinks until it passes', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = () => error(503);
  for (let n = 0; n < 20; n += 1) await bench.submit(0);
  const sizes: number[] = [];
  bench.spoil = (request, honest) => {
    if (!isBatch(request)) return honest();
    sizes.push(sizeOf(request));
    return sizeOf(request) > 3 ? error(413) : honest();
  };
  bench.sync().sendNow();
  await bench.pass(delivered(bench, 20));
  expect(Math.max(...sizes)).toBeGreaterThan(3);
  expect(bench.central.received).toHaveLength(20);
});

test('a core central has forgotten is sent again', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = first(1, isBundle, () => error(404));
  await bench.submit();
  await bench.pass(delivered(bench, 1));
  expect(bench.server.requests.filter(isBatch)).toHaveLength(2);
});

test('central is left alone as long as it asks, unless somebody asks otherwise', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = () => error(503, { 'retry-after': '120' });
  await bench.submit(0);
  await bench.idle();
  expect(bench.sync().summary()).toMatchObject({ lastProblem: 'refused-503', line: 'up' });
  const asked = bench.server.requests.length;
  await bench.submit(0);
  bench.clock.advance(119_000);
  await bench.idle();
  expect(bench.server.requests).toHaveLength(asked);
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  await bench.until(delivered(bench, 2));
});

test('what central has of a bundle is not sent again after a cut', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const sent: number[] = [];
  bench.spoil = async (request, honest) => {
    if (request.method !== 'PATCH') return honest();
    sent.push(request.body.length);
    if (sent.length > 3) return honest();
    await bench.central.answer({ ...request, body: request.body.subarray(0, 40_000) });
    return { kind: 'cut' };
  };
  await bench.submit(150_000);
  await bench.pass(delivered(bench, 1));
  const whole = sent[0] ?? 0;
  expect(sent).toEqual([whole, whole - 40_000, whole - 80_000, whole - 120_000]);
  expect(bench.central.received).toHaveLength(1);
});

test('a line that carries something before each cut is gone on with at once', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  let cuts = 0;
  bench.spoil = async (request, honest) => {
    if (request.method !== 'PATCH' || cuts === 6) return honest();
    cuts += 1;
    await bench.central.answer({ ...request, body: request.body.subarray(0, 20_000) });
    return { kind: 'cut' };
  };
  await bench.submit(150_000);
  // The clock stands: nothing here waits for it.
  await bench.until(delivered(bench, 1));
  expect(cuts).toBe(6);
});
