import { expect, onTestFinished, test } from 'vitest';
import { COMPLAINT_PAGE, RATING_COUNTS, SURVEY_SUMS } from '../tables/feedback.ts';
import { openTestStore, queryPlan } from '../test-store.ts';

test('counting a month and listing complaints walk an index and sort nothing', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  expect(queryPlan(store, RATING_COUNTS, '2026-11')).toContain('ratings_month');
  expect(queryPlan(store, SURVEY_SUMS, '2026-11')).toContain('surveys_month');
  const page = queryPlan(store, COMPLAINT_PAGE, 0, 0, 9, 21);
  expect(page).toContain('complaints_open');
  expect(page).not.toContain('TEMP B-TREE');
});
