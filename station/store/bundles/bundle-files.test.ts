import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { BUNDLES_FOLDER, type BundleFiles, type BundlePlace, openBundleFiles } from './bundle-files.ts';

/** As much as makes the next bundle begin a file of its own. */
const WHOLE_SEGMENT = Buffer.alloc(16 * 1024 * 1024);

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-bundles-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const filesIn = (folder: string) => readdirSync(join(folder, BUNDLES_FOLDER)).sort();
const pathOf = (folder: string, place = 0) => join(folder, BUNDLES_FOLDER, filesIn(folder)[place] ?? '');

/** Read in pieces of `length`, as the line does. */
function bytesOf(files: BundleFiles, place: BundlePlace, length = 1_000): Buffer | null {
  const reader = files.open(place);
  if (reader === null) return null;
  const pieces: Buffer[] = [];
  for (let from = 0; from < reader.byteLength; from += length)
    pieces.push(Buffer.from(reader.read(from, Math.min(length, reader.byteLength - from))));
  reader.close();
  return Buffer.concat(pieces);
}

const bundleArbitrary = fc.array(fc.uint8Array({ maxLength: 3_000 }), { minLength: 1, maxLength: 4 });

test('whatever is appended, many at once and over restarts, is read as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(bundleArbitrary, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 5_000 }),
      async (lives, length) => {
        const folder = newFolder();
        const kept: { readonly place: BundlePlace; readonly bytes: Buffer }[] = [];
        for (const bundles of lives) {
          const files = openBundleFiles(folder);
          const places = await Promise.all(bundles.map((pieces) => files.append(pieces)));
          for (const [at, place] of places.entries())
            kept.push({ place, bytes: Buffer.concat(bundles[at] ?? []) });
        }
        const files = openBundleFiles(folder);
        for (const { place, bytes } of kept) expect(bytesOf(files, place, length)).toEqual(bytes);
      },
    ),
    { numRuns: 40 },
  );
});

test('a bundle whose file is gone or ends too early is not there', async () => {
  const folder = newFolder();
  const files = openBundleFiles(folder);
  const first = await files.append([Buffer.from('first')]);
  const second = await files.append([Buffer.from('second')]);
  truncateSync(pathOf(folder), second.offset + 3);
  expect([bytesOf(files, first), bytesOf(files, second)]).toEqual([Buffer.from('first'), null]);
  rmSync(pathOf(folder));
  expect(bytesOf(files, first)).toBeNull();
});

test('a bundle that loses its file while it is read fails with a typed error', async () => {
  const folder = newFolder();
  const files = openBundleFiles(folder);
  const reader = files.open(await files.append([Buffer.alloc(5_000)]));
  truncateSync(pathOf(folder), 1_000);
  expect(reader?.read(0, 1_000)).toHaveLength(1_000);
  expect(() => reader?.read(900, 1_000)).toThrow(expect.objectContaining({ kind: 'storage-failed' }));
  expect(() => reader?.read(4_500, 1_000)).toThrow(RangeError);
  reader?.close();
});

test('a file is deleted when nothing in it is needed, and never while something may be on its way', async () => {
  const folder = newFolder();
  const files = openBundleFiles(folder);
  files.keepOnly(new Set());
  await files.append([WHOLE_SEGMENT]);
  const [second] = [await files.append([WHOLE_SEGMENT]), await files.append([Buffer.from('third')])];
  files.keepOnly(new Set());
  expect(filesIn(folder)).toHaveLength(3);
  files.keepOnly(new Set([second.segment]));
  expect(filesIn(folder)).toHaveLength(2);
  expect(bytesOf(files, second, 1_000_000)?.equals(WHOLE_SEGMENT)).toBe(true);
  const restarted = openBundleFiles(folder);
  restarted.keepOnly(new Set([second.segment]));
  expect(filesIn(folder)).toHaveLength(1);
});

test('a folder that is none and a file that is gone are typed errors, and the next bundle finds its place', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'file'), '');
  const none = openBundleFiles(join(folder, 'file'));
  await expect(none.append([Buffer.from('one')])).rejects.toMatchObject({ kind: 'storage-failed' });
  const files = openBundleFiles(folder);
  await files.append([Buffer.from('one')]);
  rmSync(pathOf(folder));
  await expect(files.append([Buffer.from('two')])).rejects.toMatchObject({ kind: 'storage-failed' });
  const third = await files.append([Buffer.from('three')]);
  expect(bytesOf(files, third)).toEqual(Buffer.from('three'));
});

test('files and folder are for this user alone', async () => {
  const folder = newFolder();
  await openBundleFiles(folder).append([Buffer.from('one')]);
  const modes = [join(folder, BUNDLES_FOLDER), pathOf(folder)].map((path) => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o700, 0o600]);
});
