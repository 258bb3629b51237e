import { expect, test } from 'vitest';
import { UNLIMITED } from '../../../contract/domain/sending.ts';
import { STATION_ID } from '../testing/small-central.ts';
import { startSyncBench } from '../testing/sync-bench.ts';
import type { Treatment } from '../testing/unruly-server.ts';

const CODE = 'LB-7K3M-Q2XD-5';

async function setUp() {
  const bench = await startSyncBench();
  await bench.enrol();
  /** Central's answer, changed before or after it is signed. */
  const answer = async (path: string, change: object = {}): Promise<Treatment> => {
    const nonce = new URL(path, 'http://x').searchParams.get('nonce');
    const payload = { stationId: STATION_ID, nonce, trackingCode: CODE, at: 1, found: null, ...change };
    return { kind: 'answer', body: { signed: await bench.central.sign(payload) } };
  };
  return { bench, answer };
}

test('central’s signed word on one code is heard', async () => {
  const { bench, answer } = await setUp();
  bench.spoil = ({ path }) => answer(path);
  expect(await bench.sync().askStatus(CODE)).toEqual({ outcome: 'answered', found: null });
  expect(bench.server.requests.at(-1)?.path).toMatch(/^\/v1\/applications\/LB-7K3M-Q2XD-5\?nonce=[\w-]{22}$/);
});

test.each<[string, object]>([
  ['to another question', { nonce: 'A'.repeat(22) }],
  ['to another station', { stationId: 'station-2' }],
  ['about another application', { trackingCode: 'LB-0000-0000-0' }],
])('an answer %s is not believed', async (_, change) => {
  const { bench, answer } = await setUp();
  bench.spoil = ({ path }) => answer(path, change);
  expect(await bench.sync().askStatus(CODE)).toEqual({ outcome: 'refused' });
});

test('a line that is cut, silent for seconds, or at rest is told as such, and nothing is thrown', async () => {
  const { bench } = await setUp();
  bench.spoil = () => ({ kind: 'cut' });
  expect(await bench.sync().askStatus(CODE)).toEqual({ outcome: 'no-line' });
  bench.spoil = () => ({ kind: 'silence' });
  const asked = bench.sync().askStatus(CODE);
  await bench.server.seen(bench.server.requests.length + 1);
  bench.clock.advance(8_000);
  expect(await asked).toEqual({ outcome: 'no-line' });
  bench.spoil = () => ({ kind: 'answer', status: 403, body: { code: 'STATION_REVOKED' } });
  expect(await bench.sync().askStatus(CODE)).toEqual({ outcome: 'refused' });
  bench.sync().changeSettings({ ...UNLIMITED, quietHours: { from: 0, until: 1_439 } });
  expect(await bench.sync().askStatus(CODE)).toEqual({ outcome: 'quiet-hours' });
  const fresh = await startSyncBench();
  expect(await fresh.sync().askStatus(CODE)).toEqual({ outcome: 'no-line' });
});
