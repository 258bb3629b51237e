import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type BundleStore, BundleStoreError } from '../bundles/bundle-store.ts';

/** What central relies on, whatever keeps the bundles. `open` gives the same store again each time. */
export function describeBundleStore(open: () => Promise<BundleStore>): void {
  test('what was put is there for every copy of central, byte for byte', async () => {
    const [one, other] = [await open(), await open()];
    for (const size of [0, 1, 65_536, 3_000_001]) {
      const bytes = randomBytes(size);
      await one.put(`station-1/202611/size-${size}`, [bytes]);
      expect((await other.get(`station-1/202611/size-${size}`))?.equals(bytes)).toBe(true);
    }
  });

  test('the same name again replaces it whole, and two at once leave one of the two', async () => {
    const store = await open();
    const [first, second] = [Buffer.alloc(200_000, 1), Buffer.alloc(100_000, 2)];
    await store.put('station-1/202611/again', [first]);
    await store.put('station-1/202611/again', [second]);
    expect((await store.get('station-1/202611/again'))?.equals(second)).toBe(true);
    await Promise.all([
      store.put('station-1/202611/race', [first]),
      store.put('station-1/202611/race', [second]),
    ]);
    const left = await store.get('station-1/202611/race');
    expect([first, second].some((bytes) => left?.equals(bytes))).toBe(true);
  });

  test('what is not there is null, and removing it is no error', async () => {
    const store = await open();
    expect(await store.get('station-1/202611/never')).toBeNull();
    await store.remove('station-1/202611/never');
    await store.put('station-1/202611/gone', [Buffer.from('x')]);
    await store.remove('station-1/202611/gone');
    expect(await store.get('station-1/202611/gone')).toBeNull();
  });

  test('a list is of whole segments, in order, however many there are', async () => {
    const store = await open();
    const names = Array.from({ length: 8 }, (_, place) => `station-2/202612/${place}`);
    for (const name of names.toReversed()) await store.put(name, [Buffer.from(name)]);
    await store.put('station-20/202612/0', [Buffer.from('another station')]);
    expect(await store.list('station-2')).toEqual(names);
    expect(await store.list('station-2/202612')).toEqual(names);
    expect(await store.list('station-3')).toEqual([]);
  });

  test.each([
    '',
    '/',
    '../x',
    'a/../b',
    'a//b',
    '/a',
    'a/',
    '.hidden',
    'a b',
    'a\nb',
    'a%2fb',
    'x'.repeat(501),
  ])('the name %j is none', async (name) => {
    const store = await open();
    await expect(store.put(name, [Buffer.from('x')])).rejects.toThrow(BundleStoreError);
    await expect(store.get(name)).rejects.toThrow(BundleStoreError);
  });
}
