import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { IdentityCardNews, PassportNews } from '../../contract/station/cards.ts';
import { loadSpecimens } from '../practice/specimens.ts';
import { inspectPicture } from '../registration/pictures/inspect-picture.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { fillDraft, SERVICE } from '../testing/fill-draft.ts';
import { startTestStation } from '../testing/test-station.ts';

const [siti, budi] = loadSpecimens();
const mrzOf = (specimen = siti) => String(specimen?.values['passport.mrz']);

async function setUp() {
  // Loaded beforehand: the station's clock would run far ahead of the disk.
  await import('../../drivers/emrtd/read-passport.ts');
  const station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  const tray = station.face('practice-tray').client;
  const counter = await station.signedIn();
  const draftId = uuidv7();
  await counter.registration.startDraft({ draftId, serviceKey: SERVICE });
  const pass = async (is: () => boolean | Promise<boolean>) => {
    for (let step = 0; !(await is()); step += 1) {
      if (step > 5_000) throw new RangeError('it did not come to pass');
      station.clock.advance(20);
      await new Promise(setImmediate);
    }
  };
  await pass(async () => (await readerOf(counter))?.state === 'ready');
  return { station, tray, counter, draftId, pass };
}

async function readerOf(client: StationClient) {
  return (await client.devices.list()).find(({ kind }) => kind === 'smart-card-reader');
}

/** Follows a stream to its end. */
function follow<News>(stream: Promise<AsyncIterable<News>>) {
  const heard: News[] = [];
  const outcome = { heard, ended: false, error: null as unknown };
  void (async () => {
    try {
      for await (const news of await stream) heard.push(news);
    } catch (error) {
      outcome.error = error;
    }
    outcome.ended = true;
  })();
  return outcome;
}

const passportOf = (bench: Awaited<ReturnType<typeof setUp>>, lines: string, signal?: AbortSignal) =>
  follow<PassportNews>(
    bench.counter.cards.readPassport(
      { draftId: bench.draftId, access: { kind: 'mrz', lines } },
      signal ? { signal } : {},
    ),
  );

test('a passport laid on the reader fills the draft, with its portrait and verdict', async () => {
  const bench = await setUp();
  const { counter, tray, draftId, pass } = bench;
  await counter.registration.saveFields({ draftId, values: { 'identity.fullName': 'Siti Salah' } });
  const reading = passportOf(bench, mrzOf());
  await pass(() => reading.heard.length > 0);
  expect(reading.heard).toEqual([{ step: 'card-wanted', again: false }]);
  await tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  await pass(() => reading.ended);
  expect(reading.error).toBeNull();
  const done = reading.heard.at(-1);
  if (done?.step !== 'done') throw new Error('it was not read');
  expect(done).toMatchObject({ verdict: 'verified', differs: ['identity.fullName'], portraitKept: true });
  const fractions = reading.heard.flatMap((news) => (news.step === 'reading' ? [news.fraction] : []));
  expect(fractions.length).toBeGreaterThan(5);
  expect(fractions).toEqual([...fractions].sort((one, other) => one - other));
  const draft = await counter.registration.draft({ draftId });
  expect(draft.values).toMatchObject({
    'identity.fullName': 'Siti Salah',
    'identity.birthDate': siti?.person.birthDate,
    'identity.sex': 'female',
    'passport.number': siti?.person.passportNumber,
    'passport.expiry': siti?.person.passportExpiry,
    'passport.mrz': mrzOf(),
  });
  expect(new Set(done.filled)).toEqual(
    new Set(['passport.mrz', 'passport.number', 'passport.expiry', 'identity.birthDate', 'identity.sex']),
  );
  expect(draft.attachments).toMatchObject([{ kind: 'passport-chip.portrait', width: 413, height: 531 }]);
  expect(inspectPicture(Buffer.from(done.portrait?.base64 ?? '', 'base64'))).toEqual({
    mediaType: 'image/jpeg',
    width: 413,
    height: 531,
  });
});

test('what the chip says otherwise stands beside its field, over a restart, until the officer takes one side', async () => {
  const bench = await setUp();
  const { station, tray, draftId, pass } = bench;
  const typed = { 'identity.fullName': 'Siti Salah', 'passport.number': 'X0000000' };
  await bench.counter.registration.saveFields({ draftId, values: typed });
  await tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  const reading = passportOf(bench, mrzOf());
  await pass(() => reading.ended);
  await station.restart();
  const counter = await station.signedIn();
  const differing = async () =>
    (await counter.registration.draft({ draftId })).issues.flatMap(({ at, code, values }) =>
      code === 'passport-chip-differs' ? [[at, values.value]] : [],
    );
  const name = ['identity.fullName', siti?.fullName.toUpperCase()];
  const number = ['passport.number', siti?.person.passportNumber];
  expect(await differing()).toEqual([name, number]);
  const settle = (field: string, take: 'typed' | 'document') =>
    counter.registration.settleReading({ draftId, field, source: 'passport', take });
  await settle('identity.fullName', 'typed');
  expect(await differing()).toEqual([number]);
  const settled = await settle('passport.number', 'document');
  expect(settled.values).toMatchObject({ ...typed, 'passport.number': siti?.person.passportNumber });
  expect(await differing()).toEqual([]);
  await counter.registration.saveFields({ draftId, values: { 'identity.fullName': 'Sita Salah' } });
  expect(await differing()).toEqual([name]);
  await counter.registration.saveFields({ draftId, values: { 'identity.fullName': siti?.fullName ?? '' } });
  expect(await differing()).toEqual([]);
  await expect(settle('identity.nik', 'document')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a passport pulled in the middle is wanted again, and read to the end once it lies there', async () => {
  const bench = await setUp();
  const { tray, pass } = bench;
  await tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  const reading = passportOf(bench, mrzOf());
  await pass(() => reading.heard.some((news) => news.step === 'reading' && news.fraction > 0.4));
  await tray.practice.takeCard();
  await pass(() => reading.heard.at(-1)?.step === 'card-wanted');
  expect(reading.heard.at(-1)).toEqual({ step: 'card-wanted', again: true });
  await tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  await pass(() => reading.ended);
  expect(reading.heard.at(-1)).toMatchObject({ step: 'done', verdict: 'verified' });
});

test('a passport of an unknown country fills all the same; a forged one fills nothing and keeps nothing', async () => {
  const bench = await setUp();
  const { counter, tray, draftId, pass } = bench;
  await tray.practice.layCard({ what: 'passport-forged', specimen: 'siti' });
  const forged = passportOf(bench, mrzOf());
  await pass(() => forged.ended);
  expect(forged.heard.at(-1)).toMatchObject({
    step: 'done',
    verdict: 'failed',
    filled: [],
    portraitKept: false,
    portrait: { mediaType: 'image/jpeg' },
  });
  const untouched = await counter.registration.draft({ draftId });
  expect([untouched.values, untouched.attachments]).toEqual([{}, []]);
  await tray.practice.layCard({ what: 'passport-unknown-issuer', specimen: 'siti' });
  const unknown = passportOf(bench, mrzOf());
  await pass(() => unknown.ended);
  expect(unknown.heard.at(-1)).toMatchObject({ verdict: 'unknown-issuer', portraitKept: true });
});

test.each([
  ['the lines of another passport', mrzOf(budi), 'passport', 'wrong-key'],
  ['lines that are too short', 'P<IDN', 'passport', 'wrong-key'],
  ['an identity card instead', mrzOf(), 'ktp', 'not-a-passport'],
] as const)('%s is told', async (_, lines, what, reason) => {
  const bench = await setUp();
  await bench.tray.practice.layCard({ what, specimen: 'siti' });
  const reading = passportOf(bench, lines);
  await bench.pass(() => reading.ended);
  expect(reading.heard.at(-1)).toEqual({ step: 'failed', reason });
});

test('without a reader it says so, also when the reader goes while it waits', async () => {
  const bench = await setUp();
  const waiting = passportOf(bench, mrzOf());
  await bench.pass(() => waiting.heard.length > 0);
  await bench.tray.practice.setReader({ plugged: false });
  await bench.pass(() => waiting.ended);
  expect(waiting.heard.at(-1)).toEqual({ step: 'failed', reason: 'no-reader' });
  expect((await readerOf(bench.counter))?.state).toBe('absent');
  const reading = passportOf(bench, mrzOf());
  await bench.pass(() => reading.ended);
  expect(reading.heard.at(-1)).toEqual({ step: 'failed', reason: 'no-reader' });
});

test('closing the stream frees the reader; locking the screen ends the reading', async () => {
  const bench = await setUp();
  const { counter, tray, pass } = bench;
  await tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  const closing = new AbortController();
  const first = passportOf(bench, mrzOf(), closing.signal);
  await pass(() => first.heard.some(({ step }) => step === 'reading'));
  closing.abort();
  await pass(() => first.ended);
  await pass(async () => (await readerOf(counter))?.state === 'ready');
  const second = passportOf(bench, mrzOf());
  await pass(() => second.heard.some(({ step }) => step === 'reading'));
  await counter.access.lock();
  await pass(() => second.ended);
  expect(second.heard.some(({ step }) => step === 'done')).toBe(false);
  expect(second.error).toBeNull();
});

test('a draft that is not there is refused', async () => {
  const bench = await setUp();
  const reading = follow(
    bench.counter.cards.readPassport({ draftId: uuidv7(), access: { kind: 'can', number: '123456' } }),
  );
  await bench.pass(() => reading.ended);
  expect(reading.error).toMatchObject({ code: 'NOT_FOUND' });
});

test('the photo of a KTP-el is shown once the citizen has consented, and kept nowhere', async () => {
  const bench = await setUp();
  const { counter, tray, draftId, pass } = bench;
  await tray.practice.layCard({ what: 'ktp', specimen: 'siti' });
  const photo = () => follow<IdentityCardNews>(counter.cards.readIdentityCard({ draftId, source: 'photo' }));
  const before = photo();
  await pass(() => before.ended);
  expect(before.heard).toEqual([{ step: 'failed', reason: 'no-consent' }]);
  await fillDraft(counter, draftId);
  const { attachments } = await counter.registration.draft({ draftId });
  const after = photo();
  await pass(() => after.ended);
  expect(after.heard.at(-1)).toMatchObject({
    step: 'done',
    photo: { mediaType: 'image/jpeg' },
    chipNumber: null,
    filled: [],
  });
  expect((await counter.registration.draft({ draftId })).attachments).toEqual(attachments);
  const vendor = follow(counter.cards.readIdentityCard({ draftId, source: 'biodata' }));
  await pass(() => vendor.ended);
  expect(vendor.error).toMatchObject({ code: 'NOT_FOUND' });
});

test('what a vendor’s reader read fills the draft; one that is unplugged is none', async () => {
  const bench = await setUp();
  const { counter, tray, draftId, pass } = bench;
  await tray.practice.setIdentityCardReader({ plugged: true });
  const reading = follow<IdentityCardNews>(counter.cards.readIdentityCard({ draftId, source: 'biodata' }));
  await pass(async () => (await readerOf(counter)) !== undefined);
  // Only then is the officer asked to read a card: one that is read before is nobody's.
  await pass(() => reading.heard.some(({ step }) => step === 'card-wanted'));
  await tray.practice.readIdentityCard({ specimen: 'siti' });
  await pass(() => reading.ended);
  expect(reading.heard.at(-1)).toMatchObject({ step: 'done', photo: null, differs: [] });
  expect((await counter.registration.draft({ draftId })).values).toMatchObject({
    'identity.fullName': siti?.fullName,
    'identity.nik': siti?.person.nik,
    'identity.birthDate': siti?.person.birthDate,
    'address.street': siti?.person.address,
  });
  await tray.practice.setIdentityCardReader({ plugged: false });
  await expect(tray.practice.readIdentityCard({ specimen: 'siti' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const none = follow(counter.cards.readIdentityCard({ draftId, source: 'biodata' }));
  await pass(() => none.ended);
  expect(none.error).toMatchObject({ code: 'NOT_FOUND' });
});

test('what was read is audited without what it said', async () => {
  const bench = await setUp();
  await bench.tray.practice.layCard({ what: 'passport', specimen: 'siti' });
  const wrong = passportOf(bench, mrzOf(budi));
  await bench.pass(() => wrong.ended);
  const right = passportOf(bench, mrzOf());
  await bench.pass(() => right.ended);
  const entries = await bench.station.inspect((store) =>
    store.read.all<{ action: string; outcome: string; subjectId: string }>(
      "SELECT action, outcome, subject_id AS subjectId FROM audit_entries WHERE action = 'passport-read' ORDER BY sequence",
    ),
  );
  expect(entries).toEqual([
    { action: 'passport-read', outcome: 'wrong-key', subjectId: bench.draftId },
    { action: 'passport-read', outcome: 'verified', subjectId: bench.draftId },
  ]);
});
