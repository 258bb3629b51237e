import { expect, test } from 'vitest';
import { outboxSummarySchema } from '../../contract/domain/outbox.ts';
import { STATION_ID } from './testing/small-central.ts';
import { startSyncBench } from './testing/sync-bench.ts';

const NEW_CODE = 'SPESIMEN-BARU';
const HOUR = 60 * 60_000;

async function setUp() {
  // Not a round number, as none is outside of tests.
  const bench = await startSyncBench({ random: () => 0.123_456_789 });
  await bench.enrol();
  bench.central.revoke(NEW_CODE);
  const waiting = [await bench.submit(), await bench.submit(0)];
  await bench.idle();
  const summary = () => bench.sync().summary();
  const asked = () => bench.server.requests.length;
  const file = async (code: string) =>
    JSON.stringify({
      signed: await bench.central.sign({
        format: 'anjungan-enrolment',
        version: 1,
        centralUrl: bench.server.url,
        code,
        stationId: STATION_ID,
        stationName: 'Balai Pekon Spesimen',
        villageCode: null,
        ...bench.central.keys,
        issuedAt: bench.clock.now(),
        expiresAt: bench.clock.now() + 24 * HOUR,
      }),
    });
  return { bench, waiting, summary, asked, file };
}

test('a revoked kiosk keeps its work, says so, and leaves central alone for hours', async () => {
  const { bench, summary, asked } = await setUp();
  expect(summary()).toMatchObject({
    waiting: 2,
    quarantined: 0,
    lastProblem: 'station-revoked',
    enrolmentProblem: 'station-revoked',
    hold: { reason: 'revoked' },
  });
  expect(outboxSummarySchema.safeParse(summary()).success).toBe(true);
  const before = asked();
  await bench.submit(0);
  bench.sync().wake();
  bench.clock.advance(2 * HOUR);
  await bench.idle();
  expect(asked()).toBe(before);
  bench.clock.advance(2 * HOUR);
  await bench.idle();
  expect(asked()).toBeGreaterThan(before);
  expect(asked()).toBeLessThan(before + 4);
  expect(summary()).toMatchObject({ waiting: 3, quarantined: 0 });
});

test('with a new file it goes on at once, and everything that waited arrives once', async () => {
  const { bench, waiting, summary, file } = await setUp();
  const address = await bench
    .sync()
    .acceptEnrolmentFile({ content: await file(NEW_CODE), fingerprint: null });
  if (address === null) throw new Error('the file was refused');
  bench.sync().setCentral(address);
  await bench.pass(() => summary().delivered === 2);
  expect([...bench.central.received].sort()).toEqual(waiting.map((each) => each.applicationId).sort());
  expect(summary()).toMatchObject({ lastProblem: null, enrolmentProblem: null, hold: null });
});

test('a code that was refused is asked once; the new one is kept over a power cut', async () => {
  const { bench, summary, file } = await setUp();
  const enrolments = () => bench.server.requests.filter(({ path }) => path === '/v1/enrolments').length;
  const before = enrolments();
  for (let round = 0; round < 3; round += 1) {
    bench.sync().sendNow();
    await bench.idle();
  }
  expect([enrolments(), summary().enrolmentProblem]).toEqual([before, 'station-revoked']);
  await bench.sync().acceptEnrolmentFile({ content: await file(NEW_CODE), fingerprint: null });
  await bench.kill();
  await bench.pass(() => summary().delivered === 2);
});
