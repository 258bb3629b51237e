import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
