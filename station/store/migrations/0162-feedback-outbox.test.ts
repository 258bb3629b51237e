import { expect, onTestFinished, test } from 'vitest';
import { WAITING_FEEDBACK } from '../tables/feedback-outbox.ts';
import { openTestStore, queryPlan } from '../test-store.ts';

test('what waits is found by its index, whatever was delivered before', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const plan = queryPlan(store, WAITING_FEEDBACK, 100);
  expect(plan).toContain('feedback_waiting');
  expect(plan).not.toContain('TEMP B-TREE');
});
