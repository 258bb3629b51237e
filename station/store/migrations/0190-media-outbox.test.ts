import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../clock/manual-clock.ts';
import { openStore } from '../open.ts';
import {
  DELIVERED_MEDIA,
  NEXT_MEDIA,
  REFUSED_MEDIA,
  UNSEALED_MEDIA,
  unsealedMedia,
} from '../tables/media-outbox.ts';
import { openTestStore, queryPlan } from '../test-store.ts';
import { MIGRATIONS } from './all.ts';

test('what waits, and what may be forgotten, is found by an index whatever was delivered before', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  expect(queryPlan(store, UNSEALED_MEDIA, 9)).toContain('media_outbox_unsealed');
  const next = queryPlan(store, NEXT_MEDIA, 'sealed', 9);
  expect(next).toContain('media_outbox_waiting');
  expect(next).not.toContain('TEMP B-TREE');
  expect(queryPlan(store, REFUSED_MEDIA, 9)).toContain('media_outbox_waiting');
  expect(queryPlan(store, DELIVERED_MEDIA, 9, 9)).toContain('media_outbox_kept');
});

test('what was sent before there was a place for it at central waits to go there; what was never sent does not', () => {
  using before = openTestStore(MIGRATIONS.filter(({ version }) => version < 190));
  const media = [
    ['later', 9],
    ['first', 3],
    ['never', null],
  ] as const;
  before.transaction((database) => {
    for (const [id, sentAt] of media)
      database.run(
        `INSERT INTO complaint_media VALUES (?, 'c', 'voice', 'audio/webm', 1, 1, 1, ?)`,
        id,
        sentAt,
      );
  });
  before.close();
  const clock = createManualClock();
  const store = openStore({ dataFolder: before.folder, key: before.key, migrations: MIGRATIONS, clock });
  const waiting = unsealedMedia(store.read, 9);
  store.close();
  expect(waiting).toEqual(['first', 'later']);
});
