import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  type SatisfactionScore,
  SURVEY_ELEMENTS,
  type SurveyAnswers,
} from '../../contract/domain/satisfaction.ts';
import { verifyAudit } from '../audit/verify.ts';
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
