import { expect, test } from 'vitest';
import { outboxSummarySchema } from '../../contract/domain/outbox.ts';
import { startCarryBench } from './testing/carry-bench.ts';
import { STATION_ID } from './testing/small-central.ts';
import { headOf, replyTo } from './testing/specimen-reply.ts';
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

test('a restart without a line forgets nothing of it; a new enrolment ends it, for good', async () => {
  const { bench, summary, file } = await setUp();
  bench.spoil = () => ({ kind: 'cut' });
  await bench.kill();
  expect(summary().enrolmentProblem).toBe('station-revoked');
  await bench.idle();
  expect(summary()).toMatchObject({
    lastProblem: 'cut',
    enrolmentProblem: 'station-revoked',
    hold: { reason: 'revoked' },
  });
  // The code alone is no word of central yet.
  await bench.sync().acceptEnrolmentFile({ content: await file(NEW_CODE), fingerprint: null });
  expect(summary().enrolmentProblem).toBe('station-revoked');
  bench.spoil = (_, honest) => honest();
  await bench.pass(() => summary().delivered === 2);
  expect(summary().enrolmentProblem).toBeNull();
  bench.spoil = () => ({ kind: 'cut' });
  await bench.submit(0);
  await bench.kill();
  await bench.idle();
  expect(summary()).toMatchObject({ enrolmentProblem: null, hold: { reason: 'no-line' } });
});

test('no answer that central did not sign ends it; one that it signed for this station does', async () => {
  const { bench, summary } = await setUp();
  await bench.kill();
  await bench.idle();
  // As a central that was restored from a backup of before: it knows of no revocation.
  bench.central.forgive();
  let forged = 0;
  bench.spoil = async ({ path }, honest) => {
    const answer = await honest();
    if (!path.startsWith('/v1/changes') || answer.kind !== 'answer') return answer;
    forged += 1;
    const { signed } = answer.body as { signed: string };
    return { ...answer, body: { signed: `${signed.slice(0, -8)}AAAAAAAA` } };
  };
  bench.sync().sendNow();
  await bench.pass(() => forged > 0);
  await bench.idle();
  expect(summary().enrolmentProblem).toBe('station-revoked');
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  await bench.pass(() => summary().enrolmentProblem === null);
  await bench.kill();
  expect(summary().enrolmentProblem).toBeNull();
});

test('by USB, the reply to a file of before it was told does not end it, and one to a later file does', async () => {
  const { bench, saved, read } = await startCarryBench();
  await bench.submit(0);
  const before = await replyTo(bench.central, headOf(bench.drive, await saved()));
  bench.central.revoke(NEW_CODE);
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  const problem = () => bench.sync().summary().enrolmentProblem;
  await bench.pass(() => problem() === 'station-revoked');
  bench.spoil = () => ({ kind: 'cut' });
  await bench.kill();
  expect(await read(before)).toMatchObject([{ outcome: 'received' }]);
  expect(problem()).toBe('station-revoked');
  const after = await replyTo(bench.central, headOf(bench.drive, await saved()));
  expect(await read(after)).toMatchObject([{ outcome: 'received' }]);
  expect(problem()).toBeNull();
  await bench.kill();
  expect(problem()).toBeNull();
});
