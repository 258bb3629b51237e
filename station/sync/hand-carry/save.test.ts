import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CarryProblem } from '../../../contract/station/hand-carry.ts';
import { BUNDLES_FOLDER } from '../../store/bundles/bundle-files.ts';
import { forgetBundle } from '../../store/tables/packet-bundles.ts';
import { startCarryBench } from '../testing/carry-bench.ts';
import { headOf } from '../testing/specimen-reply.ts';
import type { SyncBench } from '../testing/sync-bench.ts';
import type { Drives } from './drives.ts';
import { createVirtualDrive } from './virtual-drive.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('everything that waits is written once, in order, with its hashes, and stays in the outbox', async () => {
  const { bench, save, onDrive } = await startCarryBench();
  const submitted = [await bench.submit(300_000), await bench.submit(0), await bench.submit(1_000)];
  const news = await save();
  const last = news.at(-1);
  if (last?.step !== 'done') throw new Error('not written');
  expect(last).toMatchObject({ packets: 3, left: 0 });
  expect(onDrive()).toEqual([last.fileName]);
  const head = headOf(bench.drive, last.fileName);
  expect(head).toMatchObject({ stationId: 'station-1', number: 1 });
  expect(head.packets.map(({ packetId }) => packetId)).toEqual(submitted.map(({ packetId }) => packetId));
  const bytes = readFileSync(join(bench.drive, last.fileName));
  expect(bytes.length).toBe(last.byteLength);
  let at = 12 + bytes.readUInt32BE(8) + 64;
  for (const packet of head.packets) {
    expect(sha256(bytes.subarray(at, at + packet.sealedByteLength))).toBe(packet.sha256);
    at += packet.sealedByteLength;
    const length = packet.bundle?.byteLength ?? 0;
    if (packet.bundle) expect(sha256(bytes.subarray(at, at + length))).toBe(packet.bundle.sha256);
    at += length;
  }
  expect(at).toBe(bytes.length);
  expect(bench.sync().summary()).toMatchObject({ waiting: 3, delivered: 0 });
  expect(await bench.sync().handCarry.overview()).toMatchObject({
    waiting: 3,
    lastFile: { number: 1, packets: 3, repliedAt: null },
  });
});

test('no word of a citizen is on the drive in clear', async () => {
  const { bench, saved } = await startCarryBench();
  await bench.submit(5_000);
  const bytes = readFileSync(join(bench.drive, await saved())).toString('latin1');
  for (const word of ['SPESIMEN', 'identity', 'passport']) expect(bytes).not.toContain(word);
  expect(bytes).not.toMatch(/LB-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test('numbers rise over files and restarts, and the newer file holds what the older one held', async () => {
  const { bench, saved } = await startCarryBench();
  const first = await bench.submit(0);
  const one = headOf(bench.drive, await saved());
  const second = await bench.submit(0);
  await bench.kill();
  const two = headOf(bench.drive, await saved());
  expect([one.number, two.number]).toEqual([1, 2]);
  expect(two.packets.map(({ packetId }) => packetId)).toEqual([first.packetId, second.packetId]);
});

test('a file that is on the drive already is never written over, and its number is skipped', async () => {
  const { bench, saved, onDrive } = await startCarryBench();
  await bench.submit(0);
  writeFileSync(join(bench.drive, 'kiriman-station1-00001.ajk'), 'of another life');
  expect(headOf(bench.drive, await saved()).number).toBe(2);
  expect(onDrive()).toHaveLength(2);
  expect(readFileSync(join(bench.drive, 'kiriman-station1-00001.ajk'), 'utf8')).toBe('of another life');
});

test('a drive somebody prepared to be in the way ends in a typed error', async () => {
  const { bench, save, onDrive } = await startCarryBench();
  await bench.submit(0);
  mkdirSync(join(bench.drive, '.anjungan-kiriman-station1-00001-ajk.sebagian'));
  expect((await save()).at(-1)).toEqual({ step: 'failed', reason: 'drive-failed' });
  expect(onDrive()).toHaveLength(1);
});

test('a file with nothing but the question what is new can be written', async () => {
  const { bench, saved } = await startCarryBench();
  const head = headOf(bench.drive, await saved());
  expect(head).toMatchObject({ version: 2, packets: [], news: { cursor: '' } });
});

test('no drive and a second file at once are told, and nothing is written', async () => {
  const { bench, save, onDrive } = await startCarryBench();
  await bench.submit(1_000);
  const elsewhere = bench.sync().handCarry.save('sdz9', undefined);
  expect((await elsewhere.next()).value).toEqual({ step: 'failed', reason: 'no-drive' });
  expect(onDrive()).toEqual([]);
  const [one, other] = await Promise.all([save(), save()]);
  const ends = [one.at(-1)?.step, other.at(-1)?.step].sort();
  expect(ends).toEqual(['done', 'failed']);
  expect(onDrive()).toHaveLength(1);
});

test.each([
  ['is lost', (bench: SyncBench, packetId: string) => forgetIn(bench, packetId)],
  ['cannot be read', (bench: SyncBench) => spoilFileOf(bench)],
])('a bundle that %s is put aside with its reason and the others are written', async (_, spoil) => {
  const { bench, saved } = await startCarryBench();
  const lost = await bench.submit(500);
  // Another life, another file.
  await bench.kill();
  const kept = await bench.submit(500);
  spoil(bench, lost.packetId);
  const head = headOf(bench.drive, await saved());
  expect(head.packets.map(({ packetId }) => packetId)).toEqual([kept.packetId]);
  expect(bench.sync().items('all', null, 10).rows.at(-1)).toMatchObject({
    packetId: lost.packetId,
    state: 'quarantined',
    reason: 'bundle-lost',
  });
});

function forgetIn(bench: SyncBench, packetId: string): void {
  bench.store().transaction((database) => forgetBundle(database, packetId));
}

/** A folder opens like a file and cannot be read like one. */
function spoilFileOf(bench: SyncBench): void {
  const folder = join(bench.folder(), BUNDLES_FOLDER);
  const [first = ''] = readdirSync(folder).sort();
  rmSync(join(folder, first));
  mkdirSync(join(folder, first));
}

/** The real file system, spoiled at one call of a handle. */
function spoiledOpen(spoil: (method: string, call: number) => void): typeof open {
  let calls = 0;
  return async (...args) => {
    const handle = await open(...args);
    return new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          if (name === 'write' || name === 'sync' || name === 'read') {
            calls += 1;
            spoil(name, calls);
          }
          return await value.apply(target, given);
        };
      },
    });
  };
}

const errno = (code: string) => Object.assign(new Error(code), { code });

test.each<[string, CarryProblem, string, string]>([
  ['full in the middle', 'drive-full', 'ENOSPC', 'write'],
  ['full when it flushes', 'drive-full', 'ENOSPC', 'sync'],
  ['pulled while it is written', 'drive-gone', 'EIO', 'write'],
  ['pulled while it is read back', 'drive-gone', 'ENODEV', 'read'],
  ['write-protected', 'drive-read-only', 'EROFS', 'write'],
  ['refusing for a reason nobody foresaw', 'drive-failed', 'ELOOP', 'write'],
])('a drive that is %s ends in a typed error and nothing half is left', async (_, reason, code, method) => {
  let isSpoiled = true;
  const openFile = spoiledOpen((name, call) => {
    if (isSpoiled && name === method && call > 1) throw errno(code);
  });
  const { bench, save, saved, onDrive } = await startCarryBench({ openFile });
  await bench.submit(900_000);
  expect((await save()).at(-1)).toEqual({ step: 'failed', reason });
  expect(onDrive()).toEqual([]);
  expect(bench.sync().summary()).toMatchObject({ waiting: 1 });
  isSpoiled = false;
  expect(headOf(bench.drive, await saved()).number).toBe(2);
});

test('a drive that gives back other bytes is not trusted', async () => {
  let folder = '';
  const openFile = spoiledOpen((name) => {
    if (name !== 'sync' || folder === '') return;
    const half = join(folder, '.anjungan-kiriman-station1-00001-ajk.sebagian');
    const bytes = readFileSync(half);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(half, bytes);
    folder = '';
  });
  const { bench, save, onDrive } = await startCarryBench({ openFile });
  folder = bench.drive;
  await bench.submit(1_000);
  expect((await save()).at(-1)).toEqual({ step: 'failed', reason: 'read-back-differs' });
  expect(onDrive()).toEqual([]);
});

test('a drive whose folder is gone, and one too small, end in a typed error', async () => {
  let drives: Drives = { list: async () => [] };
  const { bench, save } = await startCarryBench({ drives: { list: () => drives.list() } });
  await bench.submit(1_000);
  const real = createVirtualDrive(join(bench.drive, 'inside'));
  drives = {
    async list() {
      const found = await real.list();
      rmSync(join(bench.drive, 'inside'), { recursive: true });
      return found;
    },
  };
  expect((await save()).at(-1)).toEqual({ step: 'failed', reason: 'drive-gone' });
});

test('a file that is cancelled leaves nothing, and what a pulled drive kept is removed by the next', async () => {
  const { bench, save, saved, onDrive } = await startCarryBench();
  await bench.submit(2_000_000);
  writeFileSync(join(bench.drive, '.anjungan-kiriman-x-00001-ajk.sebagian'), 'half');
  mkdirSync(join(bench.drive, 'Foto'));
  for await (const { step } of bench.sync().handCarry.save('virtual', undefined))
    if (step === 'writing') break;
  expect(onDrive()).toEqual(['Foto']);
  const ended = new AbortController();
  ended.abort();
  expect(await save(ended.signal)).toEqual([]);
  expect(onDrive()).toEqual(['Foto']);
  const fileName = await saved();
  expect(onDrive()).toEqual(['Foto', fileName].sort());
});
