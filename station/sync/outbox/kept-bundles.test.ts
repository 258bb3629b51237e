import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLES_FOLDER } from '../../store/bundles/bundle-files.ts';
import { type SyncBench, startSyncBench } from '../testing/sync-bench.ts';

const HOUR = 60 * 60_000;
/** The longest a delivered bundle is kept, and the purge after it. */
const KEPT = 7 * 24 * HOUR;
const PURGE = 6 * HOUR;

const folderOf = (bench: SyncBench) => join(bench.folder(), BUNDLES_FOLDER);
const filesOf = (bench: SyncBench) => readdirSync(folderOf(bench)).map((name) => join(folderOf(bench), name));
const reasonOf = (bench: SyncBench, packetId: string) =>
  bench
    .sync()
    .items('all', null, 10)
    .rows.find((row) => row.packetId === packetId)?.reason;

test('a delivered bundle is forgotten with its file a week later, one that waits is not', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  await bench.submit(5_000);
  await bench.pass(() => bench.sync().summary().delivered === 1);
  await bench.kill();
  await bench.idle();
  bench.spoil = () => ({ kind: 'cut' });
  await bench.submit(5_000);
  expect(filesOf(bench)).toHaveLength(2);
  for (let passed = 0; passed <= KEPT + PURGE; passed += HOUR) {
    await bench.idle();
    bench.clock.advance(HOUR);
  }
  expect(filesOf(bench)).toHaveLength(1);
  bench.spoil = (_, honest) => honest();
  bench.sync().sendNow();
  await bench.pass(() => bench.sync().summary().delivered === 2);
  expect(bench.troubles).toEqual([]);
});

test('a bundle whose file is gone is put aside with its reason, and the others go', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = () => ({ kind: 'cut' });
  const { packetId } = await bench.submit(5_000);
  await bench.submit(0);
  await bench.idle();
  for (const path of filesOf(bench)) rmSync(path);
  bench.spoil = (_, honest) => honest();
  await bench.pass(() => bench.sync().summary().waiting === 0);
  expect(bench.sync().summary()).toMatchObject({ delivered: 1, quarantined: 1 });
  expect(reasonOf(bench, packetId)).toBe('bundle-lost');
});

test('a bundle that cannot be read to its end is put aside with its reason', async () => {
  const bench = await startSyncBench();
  await bench.enrol();
  bench.spoil = (request, honest) => {
    if (request.method === 'PATCH') return { kind: 'cut' };
    // Asked after the cut, when the bundle is open.
    if (request.method === 'HEAD') for (const path of filesOf(bench)) truncateSync(path, 1_000);
    return honest();
  };
  const { packetId } = await bench.submit(90_000);
  await bench.pass(() => bench.sync().summary().quarantined === 1);
  expect(reasonOf(bench, packetId)).toBe('bundle-lost');
  expect(bench.troubles).toEqual([]);
});
