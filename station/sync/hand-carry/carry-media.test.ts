import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaStateOf } from '../../store/tables/media-outbox.ts';
import { openBundle } from '../sealing/bundle.ts';
import { startCarryBench } from '../testing/carry-bench.ts';
import { sayComplaint, specimenVoice } from '../testing/show-media.ts';
import { STATION_ID } from '../testing/small-central.ts';
import { headOf, replyTo } from '../testing/specimen-reply.ts';
import { planMedia } from './plan-media.ts';

async function setUp() {
  const carry = await startCarryBench();
  const { bench } = carry;
  const voice = specimenVoice(5_000);
  const said = sayComplaint(bench.store(), voice);
  const fileName = await carry.saved();
  const head = headOf(bench.drive, fileName);
  const state = () => mediaStateOf(bench.store().read, said.mediaId);
  async function acknowledgement(change: object = {}) {
    const [medium] = head.media ?? [];
    const word = { packetId: said.mediaId, applicationId: said.complaintId, revision: 1 };
    const at = { stationId: STATION_ID, receivedAt: 1 };
    return {
      packetId: said.mediaId,
      outcome: 'acknowledged',
      acknowledgement: await bench.central.sign({ ...word, sha256: medium?.sha256, ...at, ...change }),
    };
  }
  return { ...carry, voice, said, fileName, head, state, acknowledgement };
}

test('the file carries the announcement and, last of all, the sealed bytes', async () => {
  const { bench, voice, said, head, fileName } = await setUp();
  expect(head).toMatchObject({ version: 3, media: [{ id: said.mediaId, byteLength: voice.length + 28 }] });
  const file = readFileSync(join(bench.drive, fileName));
  const sealed = file.subarray(file.length - voice.length - 28);
  expect(file.includes(voice.subarray(50, 90))).toBe(false);
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  await bench.pass(() => bench.central.opened(said.mediaId) !== null);
  const announced = bench.central.feedback.flat().find(({ kind }) => kind === 'media');
  if (announced?.kind !== 'media') throw new TypeError('not announced');
  expect(openBundle(sealed, announced.bundle.key)).toEqual(voice);
});

test('a reply delivers the bytes it acknowledges, whatever came of the announcement, and does so once', async () => {
  const { bench, read, head, state, acknowledgement } = await setUp();
  const reply = await replyTo(bench.central, head, { version: 3, media: [await acknowledgement()] });
  expect(await read(reply)).toMatchObject([{ outcome: 'received' }]);
  expect(state()).toBe('delivered');
  expect(await read(reply)).toMatchObject([{ outcome: 'replayed' }]);
});

test('other bytes, another complaint and another station acknowledge nothing; a refusal is kept with its reason', async () => {
  const { bench, read, head, state, said, acknowledgement } = await setUp();
  const changes = [{ sha256: 'ab'.repeat(32) }, { applicationId: said.mediaId }, { stationId: 'other' }];
  for (const [place, change] of changes.entries()) {
    const media = [await acknowledgement(change)];
    await read(await replyTo(bench.central, { ...head, number: place + 1 }, { version: 3, media }));
    expect(state()).toBe('sealed');
  }
  const media = [{ packetId: said.mediaId, outcome: 'rejected', reason: 'ill-formed' }];
  await read(await replyTo(bench.central, { ...head, number: 9 }, { version: 3, media }));
  expect(state()).toBe('quarantined');
});

test('what has no room stays for the next file, and a file without any is of the version before', async () => {
  const { bench, said, read, head, saved, acknowledgement } = await setUp();
  const { read: database } = bench.store();
  expect(planMedia(database, 5_027)).toEqual([]);
  expect(planMedia(database, 5_028)).toMatchObject([{ id: said.mediaId }]);
  await read(await replyTo(bench.central, head, { version: 3, media: [await acknowledgement()] }));
  expect(headOf(bench.drive, await saved())).toMatchObject({ version: 2 });
});
