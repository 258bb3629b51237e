import { expect, onTestFinished, test } from 'vitest';
import { MEDIA_OF_COMPLAINT, UNSENT_MEDIA } from '../tables/complaint-media.ts';
import { openTestStore, queryPlan } from '../test-store.ts';

test('pictures and voice notes of a complaint, and those never sent, are found by an index', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const media = queryPlan(store, MEDIA_OF_COMPLAINT, 'id');
  expect(media).toContain('complaint_media_complaint');
  expect(media).not.toContain('TEMP B-TREE');
  expect(queryPlan(store, UNSENT_MEDIA, 9)).toContain('complaint_media_unsent');
});
