import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type HeadlessStation,
  type StationClient,
  startHeadlessStation,
} from '../e2e/support/headless-station.ts';
import { signInHeadless } from '../e2e/support/submit-specimen.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-hostile-'));
let station: HeadlessStation;
let counter: StationClient;

beforeAll(async () => {
  station = await startHeadlessStation(dataFolder);
  counter = station.face('counter');
  await signInHeadless(counter);
});

afterAll(async () => {
  await station?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const call = (id: string, path: string, input: unknown) =>
  JSON.stringify({ i: id, p: { u: path, b: { json: input } } });

test('a procedure that does not exist is answered, not ignored', async () => {
  const wire = station.wire('counter');
  for (const [place, path] of ['/no/such', '/__proto__/lock', '/access/constructor', '/', '//x'].entries()) {
    const answer = wire.answer(String(place));
    wire.send(call(String(place), path, {}));
    expect(await answer).toMatchObject({ p: { s: 404 } });
  }
});

test('frames that are no calls are refused or thrown away, and the next call is answered', async () => {
  const wire = station.wire('self-service');
  for (const frame of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"i":{}}',
    '\u0000',
    '{"i":"1","t":3,"p":{"e":"done"}}',
  ])
    wire.send(frame);
  wire.send(new Uint8Array([0xff, 0xfe, 0, 1]));
  wire.send(new Uint8Array());
  for (const [place, frame] of [
    '{"i":"a0"}',
    '{"i":"a1","p":7}',
    '{"i":"a2","t":99,"p":{"u":"/x"}}',
  ].entries()) {
    const answer = wire.answer(`a${place}`);
    wire.send(frame);
    expect(await answer).toMatchObject({ p: { s: 400 } });
  }
  const answer = wire.answer('facts');
  wire.send(call('facts', '/system/facts', undefined));
  expect(await answer).toMatchObject({ p: { b: { json: { mode: 'practice' } } } });
});

test('a text of ten million letters and a frame too large end in typed errors', async () => {
  const draftId = v7();
  await counter.registration.startDraft({ draftId, serviceKey: 'passport-replacement-expired-adult' });
  const letters = 'A'.repeat(10_000_000);
  const values = { 'identity.fullName': letters };
  await expect(counter.registration.saveFields({ draftId, values })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await expect(counter.catalog.searchVillages({ query: letters })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  const wire = station.wire('counter');
  const answer = wire.answer('big');
  wire.send(call('big', '/catalog/searchVillages', { query: letters.repeat(2) }));
  expect(await answer).toMatchObject({ p: { s: 413 } });
  expect(await counter.registration.draft({ draftId })).toMatchObject({ values: {}, revision: 0 });
});

test('input of every wrong shape is refused with BAD_REQUEST', async () => {
  const wire = station.wire('counter');
  const wrong = [
    null,
    7,
    [],
    {},
    { draftId: 7 },
    { draftId: 'x', values: [] },
    { draftId: v7(), values: { a: {} } },
  ];
  for (const [place, input] of wrong.entries()) {
    const answer = wire.answer(`w${place}`);
    wire.send(call(`w${place}`, '/registration/saveFields', input));
    expect(await answer).toMatchObject({ p: { s: 400, b: { json: { code: 'BAD_REQUEST' } } } });
  }
});

test('a thousand calls at once are all answered by a station that lives', async () => {
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => counter.system.facts()));
  expect(answers).toHaveLength(1_000);
  expect(() => process.kill(station.pid, 0)).not.toThrow();
});
