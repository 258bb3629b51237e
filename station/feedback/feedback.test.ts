import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { LARGEST_MEDIA_BYTES, LARGEST_MEDIA_PIECE } from '../../contract/domain/complaint.ts';
import {
  type SatisfactionScore,
  SURVEY_ELEMENTS,
  type SurveyAnswers,
} from '../../contract/domain/satisfaction.ts';
import { verifyAudit } from '../audit/verify.ts';
import { pngHeader } from '../registration/testing/header-only-pictures.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { startTestStation, type TestStation } from '../testing/test-station.ts';

let station: TestStation;
let citizen: StationClient;
const refused = (code: string) => expect.objectContaining({ code });
const all = (score: SatisfactionScore) =>
  Object.fromEntries(SURVEY_ELEMENTS.map((element) => [element, score])) as SurveyAnswers;

beforeEach(async () => {
  station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  citizen = station.face('self-service').client;
});

test('touches and questionnaires are counted once each, by month, and told with n', async () => {
  const id = uuidv7();
  await citizen.feedback.rate({ id, score: 4 });
  await citizen.feedback.rate({ id, score: 1 });
  await citizen.feedback.rate({ id: uuidv7(), score: 2 });
  const first = uuidv7();
  await citizen.feedback.survey({ id: first, answers: all(4) });
  await citizen.feedback.survey({ id: first, answers: all(1) });
  await citizen.feedback.survey({ id: uuidv7(), answers: all(2) });
  const supervisor = await station.signedIn('supervisor');
  const [month] = await supervisor.feedback.months();
  expect(month).toMatchObject({ touches: [0, 1, 0, 1], survey: { n: 2, ikm: 75, quality: 'C' } });
  await station.restart();
  const again = await station.signedIn('supervisor');
  expect(await again.feedback.months()).toEqual([month]);
});

test('a survey with an answer left out or out of range is refused', async () => {
  const { time: _, ...short } = all(3);
  await expect(citizen.feedback.survey({ id: uuidv7(), answers: short as SurveyAnswers })).rejects.toEqual(
    refused('BAD_REQUEST'),
  );
  await expect(
    citizen.feedback.survey({ id: uuidv7(), answers: { ...all(3), time: 5 as SatisfactionScore } }),
  ).rejects.toEqual(refused('BAD_REQUEST'));
});

test('a complaint has a code of its own, survives a restart, and is answered by the supervisor', async () => {
  const complaint = {
    id: uuidv7(),
    printJobId: uuidv7(),
    kind: 'complaint',
    text: 'Menunggu terlalu lama.',
    language: 'id',
  } as const;
  const { code } = await citizen.feedback.complain(complaint);
  expect((await citizen.feedback.complain(complaint)).code).toBe(code);
  await expect(citizen.feedback.complain({ ...complaint, text: 'Lain.' })).rejects.toEqual(
    refused('CONFLICT'),
  );
  await station.restart();
  citizen = station.face('self-service').client;
  const known = await citizen.feedback.complaint({ code });
  expect(known).toMatchObject({ code, kind: 'complaint', answer: null });
  expect(known).not.toHaveProperty('text');
  const supervisor = await station.signedIn('supervisor');
  const list = await supervisor.feedback.complaints({});
  expect(list).toMatchObject({ open: 1, rows: [{ code, text: complaint.text }] });
  await supervisor.feedback.answerComplaint({ id: complaint.id, answer: 'Loket ditambah.' });
  expect(await citizen.feedback.complaint({ code })).toMatchObject({ answer: 'Loket ditambah.' });
  expect(await supervisor.feedback.complaints({})).toMatchObject({ open: 0 });
  expect((await supervisor.printing.jobs({})).rows).toMatchObject([{ kind: 'slip', label: code }]);
  expect(await station.inspect((store) => verifyAudit(store.read))).toMatchObject({ intact: true });
});

test('complaints come page by page, open ones first and newest first', async () => {
  const ids: string[] = [];
  for (const text of ['satu', 'dua', 'tiga']) {
    const id = uuidv7();
    ids.push(id);
    await citizen.feedback.complain({ id, printJobId: uuidv7(), kind: 'suggestion', text, language: 'en' });
  }
  const supervisor = await station.signedIn('supervisor');
  await supervisor.feedback.answerComplaint({ id: ids[2] ?? '', answer: 'Terima kasih.' });
  const texts: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof supervisor.feedback.complaints>> =
      await supervisor.feedback.complaints({ after, limit: 1 });
    texts.push(...page.rows.map(({ text }) => text));
    after = page.next;
  } while (after !== null);
  expect(texts).toEqual(['dua', 'satu', 'tiga']);
});

test('an officer sees neither months nor complaints', async () => {
  const officer = await station.signedIn('officer');
  await expect(officer.feedback.months()).rejects.toEqual(refused('FORBIDDEN'));
  await expect(officer.feedback.complaints({})).rejects.toEqual(refused('FORBIDDEN'));
});

const WEBM = [0x1a, 0x45, 0xdf, 0xa3];
const voice = (...more: number[]) => new Blob([Uint8Array.from([...WEBM, ...more])], { type: 'text/plain' });
const addVoice = (complaintId: string, mediaId: string, place: number, piece: Blob) =>
  citizen.feedback.addMedia({ complaintId, mediaId, kind: 'voice', consent: true, place, piece });
const send = (id: string, mediaIds: string[], text = '') =>
  citizen.feedback.complain({
    id,
    printJobId: uuidv7(),
    kind: 'complaint',
    text,
    mediaIds,
    language: 'id',
  });

test('a voice note and a picture go with a complaint, piece by piece, and only a supervisor hears and sees them', async () => {
  const [id, note, photo] = [uuidv7(), uuidv7(), uuidv7()];
  await addVoice(id, note, 0, voice(1));
  await addVoice(id, note, 1, new Blob([Uint8Array.from([2, 3])]));
  await addVoice(id, note, 1, new Blob([Uint8Array.from([2, 3])]));
  const picture = pngHeader(640, 480, 100_000);
  await citizen.feedback.addMedia({
    complaintId: id,
    mediaId: photo,
    kind: 'picture',
    consent: true,
    place: 0,
    piece: new Blob([picture]),
  });
  const supervisor = await station.signedIn('supervisor');
  await expect(supervisor.feedback.media({ mediaId: note })).rejects.toEqual(refused('NOT_FOUND'));
  await send(id, [note, photo]);
  const [complaint] = (await supervisor.feedback.complaints({})).rows;
  expect(complaint?.media).toEqual([
    { id: note, kind: 'voice', contentType: 'audio/webm', byteLength: 7 },
    { id: photo, kind: 'picture', contentType: 'image/png', byteLength: 100_000 },
  ]);
  const { bytes } = await supervisor.feedback.media({ mediaId: note });
  expect(bytes.type).toBe('audio/webm');
  expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([...WEBM, 1, 2, 3]);
  await expect(citizen.feedback.media({ mediaId: note })).rejects.toEqual(refused('FORBIDDEN'));
  await citizen.feedback.dropMedia({ mediaId: note });
  expect((await supervisor.feedback.media({ mediaId: note })).bytes.size).toBe(7);
  await expect(addVoice(id, note, 2, voice())).rejects.toEqual(refused('CONFLICT'));
  await expect((await station.signedIn('officer')).feedback.media({ mediaId: note })).rejects.toEqual(
    refused('FORBIDDEN'),
  );
});

test('what is not sent is forgotten: dropped, replaced by another complaint’s, or after an hour', async () => {
  const rows = () =>
    station.inspect((store) => store.read.all('SELECT media_id FROM complaint_media_pieces'));
  const again = () => {
    citizen = station.face('self-service').client;
  };
  const [first, second] = [uuidv7(), uuidv7()];
  await addVoice(first, uuidv7(), 0, voice());
  const dropped = uuidv7();
  await addVoice(second, dropped, 0, voice());
  expect(await rows()).toHaveLength(1);
  again();
  await citizen.feedback.dropMedia({ mediaId: dropped });
  expect(await rows()).toEqual([]);
  again();
  await addVoice(second, uuidv7(), 0, voice());
  station.clock.advance(2 * 60 * 60_000);
  expect(await rows()).toEqual([]);
});

test('nothing at all, a gap, foreign bytes, another complaint’s and too much are refused', async () => {
  const [id, note] = [uuidv7(), uuidv7()];
  await expect(send(id, [])).rejects.toEqual(refused('BAD_REQUEST'));
  await expect(send(id, [note])).rejects.toEqual(refused('NOT_FOUND'));
  await expect(addVoice(id, note, 0, new Blob(['no recording']))).rejects.toEqual(refused('BAD_PICTURE'));
  await addVoice(id, note, 0, voice());
  await expect(addVoice(id, note, 2, voice())).rejects.toEqual(refused('CONFLICT'));
  await expect(send(uuidv7(), [note])).rejects.toEqual(refused('NOT_FOUND'));
  const large = new Blob([new Uint8Array(LARGEST_MEDIA_PIECE)]);
  const most = LARGEST_MEDIA_BYTES / LARGEST_MEDIA_PIECE;
  for (let place = 1; place < most; place += 1) await addVoice(id, note, place, large);
  await expect(addVoice(id, note, most, large)).rejects.toEqual(refused('BAD_PICTURE'));
  await expect(addVoice(id, note, most, new Blob([]))).rejects.toEqual(refused('BAD_REQUEST'));
});
