import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../clock/manual-clock.ts';
import {
  purgeDeliveredMedia,
  setMediaDelivered,
  takeBackMedia,
  unsealedMedia,
} from '../store/tables/media-outbox.ts';
import { openTestStore } from '../store/test-store.ts';
import { sayComplaint, specimenVoice } from '../sync/testing/show-media.ts';
import { createComplaintMedia } from './complaint-media.ts';

test('a voice note waits for central from the moment it is sent, and is not here any more once its bytes were forgotten', () => {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  const media = createComplaintMedia(store, createManualClock());
  const { mediaId } = sayComplaint(store, specimenVoice(900));
  expect(unsealedMedia(store.read, 9)).toEqual([mediaId]);
  expect(media.read(mediaId)).toMatchObject({ contentType: 'audio/webm' });
  store.transaction((database) => setMediaDelivered(database, mediaId, 'signed', 5));
  expect(store.transaction((database) => purgeDeliveredMedia(database, 5, 9))).toBe(0);
  expect(media.read(mediaId).bytes).toHaveLength(900);
  expect(store.transaction((database) => purgeDeliveredMedia(database, 6, 9))).toBe(1);
  expect(() => media.read(mediaId)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  // It cannot be sent again, and does not wait for it.
  store.transaction(takeBackMedia);
  expect(store.read.all('SELECT state, kept FROM media_outbox')).toEqual([{ state: 'delivered', kept: 0 }]);
  expect(store.transaction((database) => purgeDeliveredMedia(database, 6, 9))).toBe(0);
});
