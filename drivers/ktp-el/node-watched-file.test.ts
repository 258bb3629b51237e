import { EventEmitter, once } from 'node:events';
import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { specimenVendorLine } from '../virtual/ktp-el/specimen-vendor-line.ts';
import { openWatchedFile } from './node-watched-file.ts';
import { createVendorFileAdapter } from './vendor-file-adapter.ts';
import { WatchedFileError } from './watched-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ktp-el-'));
const path = join(folder, 'log.txt');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('follows a real file through growth, rotation and truncation', async () => {
  writeFileSync(path, `${specimenVendorLine({ name: 'LAMA SPESIMEN' })}\n`);
  const adapter = await createVendorFileAdapter(openWatchedFile(path));
  const told = new EventEmitter();
  adapter.onBiodata(({ name }) => told.emit('name', name));
  const after = async (act: () => void) => {
    const next = once(told, 'name');
    act();
    return (await next)[0];
  };
  const line = (name: string) => `${specimenVendorLine({ name })}\n`;
  expect(await after(() => appendFileSync(path, line('A SPESIMEN')))).toBe('A SPESIMEN');
  const rotated = await after(() => {
    renameSync(path, `${path}.1`);
    writeFileSync(path, line('B SPESIMEN'));
  });
  expect(rotated).toBe('B SPESIMEN');
  const truncated = await after(() => {
    truncateSync(path);
    appendFileSync(path, line('C SPESIMEN'));
  });
  expect(truncated).toBe('C SPESIMEN');
  await adapter.close();
});

test('a missing file is none, a missing folder a typed error, a folder for a file too', async () => {
  const missing = openWatchedFile(join(folder, 'none.txt'));
  expect(await missing.read(0, 10)).toBeNull();
  await missing.close();
  expect(() => openWatchedFile(join(folder, 'none', 'log.txt'))).toThrow(WatchedFileError);
  const wrong = openWatchedFile(folder);
  await expect(wrong.read(0, 10)).rejects.toThrow(WatchedFileError);
  await wrong.close();
});
