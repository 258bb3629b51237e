import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMediaBytes } from '../../store/tables/complaint-media.ts';
import { mediaStateOf } from '../../store/tables/media-outbox.ts';
import { sayComplaint, specimenVoice } from '../testing/show-media.ts';
import { type SyncBench, startSyncBench } from '../testing/sync-bench.ts';
import type { UnrulyRequest } from '../testing/unruly-server.ts';

const DAY = 24 * 60 * 60_000;
const say = (bench: SyncBench, bytes: Uint8Array) => sayComplaint(bench.store(), bytes);
const stateOf = (bench: SyncBench, id: string) => mediaStateOf(bench.store().read, id);
const isBytes = ({ path }: UnrulyRequest) => path.endsWith('/bundle');
const hasGone = (bench: SyncBench) => () => bench.sync().summary().media.waiting === 0;

async function enrolled(): Promise<SyncBench> {
  const bench = await startSyncBench();
  await bench.enrol();
  return bench;
}
async function deliver(bench: SyncBench): Promise<void> {
  bench.sync().sendNow();
  await bench.pass(hasGone(bench));
  await bench.idle();
}

test('a voice note follows its words, sealed, and is acknowledged; nothing of it is sent again', async () => {
  const bench = await enrolled();
  const voice = specimenVoice(60_000);
  const { mediaId } = say(bench, voice);
  expect(bench.sync().summary().media).toEqual({ waiting: 1, refused: 0 });
  await deliver(bench);
  expect(bench.central.feedback.flat().map(({ kind }) => kind)).toEqual(['complaint', 'media']);
  expect(bench.central.opened(mediaId)).toEqual(voice);
  expect(stateOf(bench, mediaId)).toBe('delivered');
  const asked = bench.server.requests.length;
  expect(bench.server.requests.some(({ body }) => body.includes(voice.subarray(100, 200)))).toBe(false);
  bench.sync().sendNow();
  await bench.idle();
  expect(bench.server.requests.slice(asked).filter(isBytes)).toEqual([]);
  expect(bench.troubles).toEqual([]);
});

test('however the line breaks, and a kill in between, every voice note arrives whole and once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 5, max: 90_000 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom('good', 'cut', 'answer lost', 'half'), { maxLength: 12 }),
      fc.boolean(),
      async (lengths, spoils, killed) => {
        const bench = await enrolled();
        const left = [...spoils];
        bench.spoil = async (request, honest) => {
          const how = isBytes(request) || request.path === '/v1/feedback' ? left.shift() : undefined;
          if (how === 'cut') return { kind: 'cut' };
          if (how === 'half' && request.method === 'PATCH') {
            const body = request.body.subarray(0, request.body.length / 2);
            await bench.central.answer({ ...request, body });
            return { kind: 'cut' };
          }
          const answer = await honest();
          return how === 'answer lost' ? { kind: 'cut' } : answer;
        };
        const said = lengths.map((length) => {
          const bytes = specimenVoice(length);
          return { bytes, ...say(bench, bytes) };
        });
        bench.sync().sendNow();
        await bench.idle();
        if (killed) await bench.kill();
        await bench.pass(hasGone(bench));
        await bench.idle();
        for (const { mediaId, bytes } of said) expect(bench.central.opened(mediaId)).toEqual(bytes);
        expect([...bench.central.received].sort()).toEqual(said.map(({ complaintId }) => complaintId).sort());
      },
    ),
    { numRuns: 12 },
  );
});

test('applications go first, and the data budget holds the bytes but not the words', async () => {
  const bench = await enrolled();
  bench.sync().changeSettings({ dailyBytes: 60_000, monthlyBytes: null, quietHours: null });
  await bench.idle();
  const { mediaId } = say(bench, specimenVoice(40_000));
  const { applicationId } = await bench.submit(40_000);
  await bench.pass(() => bench.sync().summary().delivered === 1);
  await bench.pass(() => bench.central.feedback.length > 0 && bench.sync().isIdle());
  expect([bench.central.received, stateOf(bench, mediaId)]).toEqual([[applicationId], 'core-sent']);
  bench.clock.advance(DAY);
  await bench.pass(hasGone(bench));
  expect(bench.central.opened(mediaId)?.length).toBe(40_000);
});

test('what central will not have is put aside with the reason, stays here, and holds nothing up', async () => {
  const bench = await enrolled();
  const [bad, good] = [say(bench, specimenVoice(500)), say(bench, specimenVoice(600))];
  bench.spoil = ({ method, path }, honest) =>
    method === 'PATCH' && path.includes(bad.mediaId)
      ? { kind: 'answer', body: { packetId: bad.mediaId, outcome: 'rejected', reason: 'ill-formed' } }
      : honest();
  await deliver(bench);
  expect([stateOf(bench, bad.mediaId), stateOf(bench, good.mediaId)]).toEqual(['quarantined', 'delivered']);
  expect(bench.sync().summary().media).toEqual({ waiting: 0, refused: 1 });
  const rows = bench.store().read.all('SELECT reason FROM media_outbox WHERE reason IS NOT NULL');
  expect(rows).toEqual([{ reason: 'ill-formed' }]);
  bench.clock.advance(30 * DAY);
  await bench.idle();
  expect(readMediaBytes(bench.store().read, bad.mediaId).byteLength).toBe(500);
  bench.spoil = (_, honest) => honest();
  await deliver(bench);
  expect(bench.central.opened(bad.mediaId)?.length).toBe(500);
  expect(bench.sync().summary().media).toEqual({ waiting: 0, refused: 0 });
});

test('a central older than pictures and voice notes takes the words; once it is newer, one touch sends the rest', async () => {
  const bench = await enrolled();
  const { mediaId } = say(bench, specimenVoice(500));
  bench.spoil = async ({ path, body }, honest) => {
    const before = bench.central.feedback.length;
    const answer = await honest();
    const items = bench.central.feedback[before] ?? [];
    if (path !== '/v1/feedback' || !items.some(({ kind }) => kind === 'media')) return answer;
    bench.central.forget(mediaId);
    const [{ packetId }] = JSON.parse(body.toString()).packets;
    return { kind: 'answer', body: { answers: [{ packetId, outcome: 'rejected', reason: 'ill-formed' }] } };
  };
  await deliver(bench);
  expect(bench.central.feedback.at(-1)).toMatchObject([{ kind: 'media', id: mediaId }]);
  const words = bench.store().read.all('SELECT id FROM feedback_outbox WHERE waiting = 1');
  expect([words, stateOf(bench, mediaId)]).toEqual([[], 'quarantined']);
  bench.spoil = (_, honest) => honest();
  await deliver(bench);
  expect(bench.central.opened(mediaId)?.length).toBe(500);
});

test('a line that breaks on every voice note still brings applications up and what central says down', async () => {
  const bench = await enrolled();
  const { mediaId } = say(bench, specimenVoice(50_000));
  bench.spoil = ({ path }, honest) => (path.includes(mediaId) ? { kind: 'cut' } : honest());
  const asked = () => bench.server.requests.filter(({ path }) => path.startsWith('/v1/changes')).length;
  const before = asked();
  bench.sync().sendNow();
  await bench.idle();
  const { applicationId } = await bench.submit(20_000);
  bench.sync().sendNow();
  await bench.pass(() => bench.sync().summary().delivered === 1);
  await bench.idle();
  expect(bench.central.received).toEqual([applicationId]);
  expect(asked() - before).toBeGreaterThanOrEqual(2);
  expect(stateOf(bench, mediaId)).toBe('core-sent');
});

test('an acknowledgement of other bytes counts for nothing, and a central that forgot the announcement hears it again', async () => {
  const bench = await enrolled();
  const { mediaId } = say(bench, specimenVoice(700));
  const other = say(bench, specimenVoice(800));
  let spoiled = 0;
  bench.spoil = async (request, honest) => {
    if (request.method !== 'PATCH' || !request.path.includes(mediaId) || spoiled === 2) return await honest();
    spoiled += 1;
    if (spoiled === 2) bench.central.forget(mediaId);
    if (spoiled === 2) return await honest();
    const word = { packetId: mediaId, applicationId: 'c', revision: 1, sha256: 'ab'.repeat(32) };
    const acknowledgement = await bench.central.sign({ ...word, stationId: 'station-1', receivedAt: 1 });
    return { kind: 'answer', body: { packetId: mediaId, outcome: 'acknowledged', acknowledgement } };
  };
  await deliver(bench);
  expect(spoiled).toBe(2);
  expect([bench.central.opened(mediaId)?.length, bench.central.opened(other.mediaId)?.length]).toEqual([
    700, 800,
  ]);
});

test('a week after the signed acknowledgement the bytes are forgotten; before that a central that went back gets them again', async () => {
  const bench = await enrolled();
  const { mediaId } = say(bench, specimenVoice(900));
  const { packetId } = await bench.submit(0);
  await deliver(bench);
  const bytes = () => readMediaBytes(bench.store().read, mediaId).byteLength;
  bench.clock.advance(6 * DAY);
  await bench.idle();
  expect(bytes()).toBe(900);
  for (const id of [mediaId, packetId]) bench.central.forget(id);
  bench.sync().sendNow();
  await bench.pass(() => bench.central.opened(mediaId) !== null);
  await bench.idle();
  bench.clock.advance(6 * DAY);
  await bench.idle();
  expect(bytes()).toBe(900);
  bench.clock.advance(2 * DAY);
  await bench.idle();
  expect([bytes(), stateOf(bench, mediaId)]).toEqual([0, 'delivered']);
});

test('a voice note whose bytes are gone is given up to people, and the others go on', async () => {
  const bench = await enrolled();
  const [lost, good] = [say(bench, randomBytes(300)), say(bench, randomBytes(400))];
  bench.spoil = ({ path }, honest) => (path.endsWith('/bundle') ? { kind: 'cut' } : honest());
  bench.sync().sendNow();
  await bench.idle();
  const forget = 'DELETE FROM complaint_media_pieces WHERE media_id = ?';
  bench.store().transaction((database) => database.run(forget, lost.mediaId));
  bench.spoil = (_, honest) => honest();
  await deliver(bench);
  expect([stateOf(bench, lost.mediaId), stateOf(bench, good.mediaId)]).toEqual(['quarantined', 'delivered']);
});
