import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnrolmentFilePayload } from '../../../contract/central/enrolment-file.ts';
import { createSmallCentral, ENROLMENT_CODE, STATION_ID } from '../testing/small-central.ts';
import { type SyncBench, startSyncBench } from '../testing/sync-bench.ts';
import { EnrolmentError } from './enrolment-error.ts';
import { keyFingerprint, readEnrolmentFile } from './enrolment-file.ts';

const DAY = 24 * 60 * 60_000;

function payloadFor(bench: SyncBench, change: Partial<EnrolmentFilePayload> = {}): EnrolmentFilePayload {
  const now = bench.clock.now();
  return {
    format: 'anjungan-enrolment',
    version: 1,
    centralUrl: bench.server.url,
    code: ENROLMENT_CODE,
    stationId: STATION_ID,
    stationName: 'Balai Pekon Spesimen',
    villageCode: null,
    ...bench.central.keys,
    issuedAt: now,
    expiresAt: now + 14 * DAY,
    ...change,
  };
}

async function fileFor(bench: SyncBench, change: Partial<EnrolmentFilePayload> = {}): Promise<string> {
  return JSON.stringify({ signed: await bench.central.sign(payloadFor(bench, change)) });
}

/** Hands a file over the way the station does, and goes where it says. */
async function accept(bench: SyncBench, content: string, fingerprint: string | null = null) {
  const address = await bench.sync().acceptEnrolmentFile({ content, fingerprint });
  if (address !== null) bench.sync().setCentral(address);
  return bench.sync().summary().enrolmentProblem;
}

test('a kiosk with a file seals before there is any line, and is admitted when there is one', async () => {
  const bench = await startSyncBench();
  bench.spoil = () => ({ kind: 'cut' });
  expect(await accept(bench, await fileFor(bench))).toBeNull();
  expect(bench.sync().sealer.stationId()).toBe(STATION_ID);
  const { applicationId } = await bench.submit();
  await bench.idle();
  await bench.kill();
  bench.spoil = (_, honest) => honest();
  await bench.pass(() => bench.sync().summary().delivered === 1);
  expect(bench.central.received).toEqual([applicationId]);
  await bench.submit(0);
  await bench.pass(() => bench.sync().summary().delivered === 2);
  const asked = bench.server.requests.filter(({ path }) => path === '/v1/enrolments').length;
  await bench.kill();
  await bench.idle();
  expect(bench.server.requests.filter(({ path }) => path === '/v1/enrolments')).toHaveLength(asked);
});

test('an old file is refused, but not by the kiosk it once enrolled', async () => {
  const bench = await startSyncBench();
  const content = await fileFor(bench);
  bench.clock.jumpTo(bench.clock.now() + 15 * DAY);
  expect(await accept(bench, content)).toBe('file-expired');
  expect(bench.sync().sealer.stationId()).toBeNull();
  bench.clock.jumpTo(bench.clock.now() - 15 * DAY);
  expect(await accept(bench, content)).toBeNull();
  bench.clock.jumpTo(bench.clock.now() + 15 * DAY);
  expect(await accept(bench, content)).toBeNull();
});

test('a file whose code was used is told as such, and another may take its place until something is sealed', async () => {
  const bench = await startSyncBench();
  const used = await fileFor(bench, { code: 'SPESIMEN-9999', stationId: 'station-9' });
  await accept(bench, used);
  await bench.idle();
  expect(bench.sync().summary()).toMatchObject({ enrolmentProblem: 'code-refused' });
  await accept(bench, await fileFor(bench));
  await bench.pass(() => bench.sync().summary().enrolmentProblem === null);
  expect(bench.sync().sealer.stationId()).toBe(STATION_ID);
  expect(await accept(bench, used)).toBe('enrolled-elsewhere');

  const other = await startSyncBench();
  await accept(other, await fileFor(other, { code: 'SPESIMEN-9999', stationId: 'station-9' }));
  await other.submit();
  expect(await accept(other, await fileFor(other))).toBe('enrolled-elsewhere');
});

test('a central that is not the one of the file is not spoken to any further', async () => {
  const bench = await startSyncBench();
  const impostor = createSmallCentral();
  await accept(
    bench,
    JSON.stringify({ signed: await impostor.sign({ ...payloadFor(bench), ...impostor.keys }) }),
  );
  await bench.submit();
  await bench.idle();
  expect(bench.sync().summary()).toMatchObject({ enrolmentProblem: 'other-central', waiting: 1 });
  expect(bench.server.requests.every(({ path }) => path === '/v1/enrolments')).toBe(true);
});

test('only the office whose fingerprint was typed is believed, however it was typed', async () => {
  const bench = await startSyncBench();
  const content = await fileFor(bench);
  const fingerprint = keyFingerprint(bench.central.keys.signingKey.x);
  const typed = fingerprint.replace(/(.{4})(?!$)/g, '$1 ').toUpperCase();
  expect(await accept(bench, content, `0000 ${fingerprint.slice(4)}`)).toBe('file-other-office');
  expect(bench.sync().sealer.stationId()).toBeNull();
  expect(await accept(bench, content, typed)).toBeNull();
});

test('a file changed anywhere, or that is anything else, is refused with a reason', async () => {
  const bench = await startSyncBench();
  const content = await fileFor(bench);
  const problem = async (text: string) =>
    await readEnrolmentFile(text, null).then(
      () => 'accepted',
      (error: unknown) => (error instanceof EnrolmentError ? error.kind : 'another'),
    );
  expect(await problem(content)).toBe('accepted');
  const signed: string = JSON.parse(content).signed;
  await fc.assert(
    fc.asyncProperty(fc.nat(signed.length - 1), fc.constantFrom(...'AZaz09-_.'), async (place, letter) => {
      const bytes = (token: string) =>
        token
          .split('.')
          .map((part) => Buffer.from(part, 'base64url').toString('hex'))
          .join('.');
      const changed = signed.slice(0, place) + letter + signed.slice(place + 1);
      fc.pre(bytes(changed) !== bytes(signed));
      expect(['file-tampered', 'file-unreadable']).toContain(
        await problem(JSON.stringify({ signed: changed })),
      );
    }),
    { numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      expect(await problem(text)).toBe('file-unreadable');
    }),
  );
});
