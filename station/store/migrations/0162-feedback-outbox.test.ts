import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import { addRating } from '../tables/feedback.ts';
import { WAITING_FEEDBACK, waitingFeedback } from '../tables/feedback-outbox.ts';
import { openTestStore, queryPlan } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

const RATING = '0193a0b0-0000-7000-8000-000000000001';
const ANSWERED = '0193a0b0-0000-7000-8000-000000000002';

test('what waits is found by its index, whatever was delivered before', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const plan = queryPlan(store, WAITING_FEEDBACK, 100);
  expect(plan).toContain('feedback_waiting');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('what was said before there was a place for it at central waits to go there', () => {
  using before = openTestStore(MIGRATIONS.filter(({ version }) => version < 162));
  before.transaction((database) => {
    addRating(database, RATING, '2026-11', 4);
    database.run(
      `INSERT INTO complaints (id, code, kind, text, print_job_id, sent_at, answer, answered_at)
       VALUES (?, 'AD-0000-0000-0', 'complaint', 'Antrean lama.', 'paper', 1, 'Sudah.', 2)`,
      ANSWERED,
    );
  });
  before.close();
  const clock = createManualClock();
  const store = openStore({ dataFolder: before.folder, key: before.key, migrations: MIGRATIONS, clock });
  const waiting = waitingFeedback(store.read, 10);
  store.close();
  expect(waiting).toMatchObject([
    { kind: 'rating', id: RATING, revision: 1, score: 4 },
    { kind: 'complaint', id: ANSWERED, revision: 2, complaint: { answer: 'Sudah.' } },
  ]);
});
