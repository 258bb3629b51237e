import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { mediaSealOf, setMediaSeal, unsealedMedia } from '../../store/tables/media-outbox.ts';
import { openTestStore } from '../../store/test-store.ts';
import { openBundle } from '../sealing/bundle.ts';
import { sayComplaint } from '../testing/show-media.ts';
import { mediaCiphertext, sealNewMedia } from './seal-media.ts';

function setUp() {
  const store = openTestStore();
  onTestFinished(() => store[Symbol.dispose]());
  return store;
}

test('the ciphertext is the same however often it is made, opens to the very bytes, and no two have a key in common', () => {
  const store = setUp();
  const keys = new Set<string>();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 5_000 }), (bytes) => {
      const { mediaId } = sayComplaint(store, bytes);
      expect(sealNewMedia(store)).toBe(true);
      const known = mediaSealOf(store.read, mediaId);
      const [one, other] = [mediaCiphertext(store.read, mediaId), mediaCiphertext(store.read, mediaId)];
      if (known === null || one === null) throw new TypeError('not sealed');
      expect(other).toEqual(one);
      expect(one.length).toBe(known.byteLength);
      const key = Buffer.from(known.seal.subarray(0, 32)).toString('base64url');
      expect(keys.has(key)).toBe(false);
      keys.add(key);
      expect(new Uint8Array(openBundle(one, key))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 50 },
  );
  expect([sealNewMedia(store), unsealedMedia(store.read, 1)]).toEqual([false, []]);
});

test('bytes that are gone or are others now make no ciphertext, and a key once chosen stays', () => {
  const store = setUp();
  const { mediaId } = sayComplaint(store, Buffer.from('suara'));
  expect(mediaCiphertext(store.read, mediaId)).toBeNull();
  sealNewMedia(store);
  const before = mediaSealOf(store.read, mediaId);
  store.transaction((database) => {
    setMediaSeal(database, mediaId, { seal: Buffer.alloc(44), sha256: 'x', byteLength: 1 });
    database.run('UPDATE complaint_media_pieces SET bytes = ? WHERE place = 0', Buffer.from('lain'));
  });
  expect(mediaSealOf(store.read, mediaId)).toEqual(before);
  expect(mediaCiphertext(store.read, mediaId)).toBeNull();
  store.transaction((database) => database.run('DELETE FROM complaint_media_pieces'));
  expect(mediaCiphertext(store.read, mediaId)).toBeNull();
});
