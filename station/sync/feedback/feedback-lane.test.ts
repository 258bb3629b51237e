import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { FeedbackItem } from '../../../contract/central/feedback.ts';
import { formatComplaintCode } from '../../../contract/domain/complaint.ts';
import { SURVEY_ELEMENTS, type SurveyAnswers } from '../../../contract/domain/satisfaction.ts';
import { addRating, addSurvey, insertComplaint, setAnswer } from '../../store/tables/feedback.ts';
import { queueFeedback, requeueFeedback, waitingFeedback } from '../../store/tables/feedback-outbox.ts';
import { type SyncBench, startSyncBench } from '../testing/sync-bench.ts';

const HOUR = 60 * 60_000;

function speak(bench: SyncBench, ratings: number, words: readonly string[] = []): string[] {
  return bench.store().transaction((database) => {
    for (let count = 0; count < ratings; count += 1) {
      const id = v7();
      addRating(database, id, '2026-11', 3);
      queueFeedback(database, 'rating', id);
    }
    return words.map((text, place) => {
      const id = v7();
      const code = formatComplaintCode([place >> 5, place & 31, 0, 0, 0, 0, 0, 0]);
      insertComplaint(
        database,
        { id, code, kind: 'complaint', text, sentAt: 1, answer: null, answeredAt: null },
        v7(),
      );
      queueFeedback(database, 'complaint', id);
      return id;
    });
  });
}
const waiting = (bench: SyncBench) => waitingFeedback(bench.store().read, 1_000).length;
async function round(bench: SyncBench) {
  bench.sync().sendNow();
  await bench.idle();
}

test('what citizens said goes with the next round, sealed, in packets, and only once', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  speak(bench, 230, ['Antrean lama.']);
  bench.store().transaction((database) => {
    const id = v7();
    const answers = Object.fromEntries(SURVEY_ELEMENTS.map((key) => [key, 4])) as SurveyAnswers;
    addSurvey(database, id, '2026-11', answers);
    queueFeedback(database, 'survey', id);
  });
  await round(bench);
  expect(bench.central.feedback.map(({ length }) => length)).toEqual([100, 100, 32]);
  expect(waiting(bench)).toBe(0);
  const asked = bench.server.requests.map(({ body }) => body.toString()).join('');
  expect(asked).not.toContain('Antrean');
  await round(bench);
  expect(bench.central.feedback).toHaveLength(3);
});

test('long complaints make smaller packets, and an answer of the village hall sends its complaint again', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const [id = ''] = speak(bench, 0, Array<string>(40).fill('é'.repeat(1_000)));
  await round(bench);
  expect(bench.central.feedback.length).toBeGreaterThan(2);
  expect(bench.central.feedback.flat()).toHaveLength(40);
  bench.store().transaction((database) => {
    setAnswer(database, id, 'Sudah.', 9);
    requeueFeedback(database, 'complaint', id);
  });
  await round(bench);
  expect(bench.central.feedback.at(-1)).toMatchObject([{ id, revision: 2, complaint: { answer: 'Sudah.' } }]);
});

test('a lost answer sends the same items again; a receipt of nobody we know counts for nothing', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  speak(bench, 3);
  const isFeedback = (path: string) => path === '/v1/feedback';
  bench.spoil = async ({ path }, honest) => {
    const answer = await honest();
    return isFeedback(path) ? { kind: 'cut' } : answer;
  };
  await round(bench);
  expect([bench.central.feedback.length, waiting(bench)]).toEqual([1, 3]);
  bench.spoil = async ({ path }, honest) => {
    const answer = await honest();
    if (!isFeedback(path) || answer.kind !== 'answer') return answer;
    const body = JSON.stringify(answer.body).replaceAll(/("acknowledgement":")(.)/g, '$1x');
    return { kind: 'answer', body: JSON.parse(body) };
  };
  await round(bench);
  expect(waiting(bench)).toBe(3);
  bench.spoil = (_, honest) => honest();
  bench.clock.advance(7 * HOUR);
  await bench.pass(() => waiting(bench) === 0);
  const names = (items: readonly FeedbackItem[] | undefined) => items?.map(({ id }) => id);
  expect(names(bench.central.feedback.at(-1))).toEqual(names(bench.central.feedback[0]));
});

test('one item central will not take is put aside, the others arrive, and applications are never held up', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  const [bad = ''] = speak(bench, 0, ['racun', 'baik', 'baik juga', 'dan lagi', 'satu lagi']);
  const { applicationId } = await bench.submit(0);
  bench.spoil = async ({ path, body }, honest) => {
    const before = bench.central.feedback.length;
    const answer = await honest();
    if (path !== '/v1/feedback' || !bench.central.feedback[before]?.some(({ id }) => id === bad))
      return answer;
    const [{ packetId }] = JSON.parse(body.toString()).packets;
    return { kind: 'answer', body: { answers: [{ packetId, outcome: 'rejected', reason: 'ill-formed' }] } };
  };
  await round(bench);
  await bench.pass(() => waiting(bench) === 0);
  expect(bench.central.received).toContain(applicationId);
  const refused = bench.store().read.all('SELECT id FROM feedback_outbox WHERE refused IS NOT NULL');
  expect(refused).toEqual([{ id: bad }]);
});

test('a central older than feedback is left alone with it for hours', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  speak(bench, 1);
  bench.spoil = ({ path }, honest) =>
    path === '/v1/feedback' ? { kind: 'answer', status: 404, body: { code: 'NOT_FOUND' } } : honest();
  const asked = () => bench.server.requests.filter(({ path }) => path === '/v1/feedback').length;
  for (let count = 0; count < 3; count += 1) await round(bench);
  expect([asked(), bench.sync().summary().lastProblem]).toEqual([1, null]);
  bench.spoil = (_, honest) => honest();
  bench.clock.advance(7 * HOUR);
  await bench.pass(() => waiting(bench) === 0);
});
