import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeBundleStore } from '../acceptance/bundle-store.ts';
import { BundleStoreError } from './bundle-store.ts';
import { openFolderBundles } from './folder-bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'anjungan-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeBundleStore(() => openFolderBundles(folder));

test('nothing unfinished is left behind, also when it could not be kept', async () => {
  const store = await openFolderBundles(folder);
  writeFileSync(join(folder, 'in-the-way'), '');
  await expect(store.put('in-the-way/202611/x', [Buffer.from('x')])).rejects.toThrow(BundleStoreError);
  await expect(store.get('in-the-way/202611/x')).resolves.toBeNull();
  expect(readdirSync(join(folder, '.work'))).toEqual([]);
});

test('a half bundle that a power cut left is replaced whole', async () => {
  const store = await openFolderBundles(folder);
  mkdirSync(join(folder, 'station-3', '202611'), { recursive: true });
  writeFileSync(join(folder, 'station-3', '202611', 'half'), 'ha');
  await store.put('station-3/202611/half', [Buffer.from('half and half')]);
  expect(String(await store.get('station-3/202611/half'))).toBe('half and half');
  expect(readdirSync(join(folder, '.work'))).toEqual([]);
});

test('what a process left half done is gone a day later, what another copy is at stays', async () => {
  await openFolderBundles(folder);
  const [old, recent] = ['old', 'recent'].map((name) => join(folder, '.work', name));
  for (const path of [old, recent]) writeFileSync(path ?? '', 'half');
  const begun = Date.now();
  utimesSync(old ?? '', begun / 1_000, begun / 1_000 - 60);
  await openFolderBundles(folder, () => begun + 24 * 60 * 60_000 - 30_000);
  expect(readdirSync(join(folder, '.work'))).toEqual(['recent']);
});
