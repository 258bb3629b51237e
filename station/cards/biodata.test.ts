import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KtpBiodata } from '../../drivers/ktp-el/ktp-biodata.ts';
import { specimenVendorLine } from '../../drivers/virtual/ktp-el/specimen-vendor-line.ts';
import { createWatchedFileRig } from '../../drivers/virtual/ktp-el/watched-file-rig.ts';
import { createIdentityCardReader } from '../devices/create-identity-card-reader.ts';
import { awaitBiodata, biodataValues } from './biodata.ts';

test('the next card a vendor’s reader writes down is told, by the keys of the fields', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-ktp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'log.txt');
  await writeFile(file, `${specimenVendorLine({ name: 'YANG LAMA SPESIMEN' })}\r\n`);
  const changed = Promise.withResolvers<void>();
  const reader = createIdentityCardReader(file, changed.resolve);
  onTestFinished(() => reader.close());
  await changed.promise;
  expect(reader.list()).toMatchObject([{ kind: 'identity-card-reader', state: 'ready', reason: null }]);
  const card = awaitBiodata(reader, new AbortController().signal);
  await appendFile(file, `${specimenVendorLine()}\r\n`);
  expect(biodataValues(await card)).toMatchObject({
    'identity.fullName': 'SITI SPESIMEN, S.PD.',
    'identity.nik': '1804000000000001',
    'identity.birthDate': '1990-02-28',
    'identity.sex': 'female',
  });
});

test('what the card does not say is not filled', () => {
  const nothing = {
    nik: '1804000000000001',
    name: 'SITI SPESIMEN',
    birthDate: null,
    sex: null,
  } as KtpBiodata;
  expect(Object.keys(biodataValues({ ...nothing, birthPlace: null, address: null, rtRw: null }))).toEqual([
    'identity.fullName',
    'identity.nik',
  ]);
});

test('a wait that is given up ends, and a folder that is not there makes a reader out of order', async () => {
  const rig = createWatchedFileRig('');
  const reader = createIdentityCardReader(
    'x',
    () => {},
    () => rig.file,
  );
  const leaving = new AbortController();
  const card = awaitBiodata(reader, leaving.signal);
  leaving.abort(new Error('given up'));
  await expect(card).rejects.toThrow('given up');
  await reader.close();
  const changed = Promise.withResolvers<void>();
  const missing = createIdentityCardReader(join(tmpdir(), 'no-such-folder', 'log.txt'), changed.resolve);
  await changed.promise;
  expect(missing.list()[0]).toMatchObject({ state: 'faulted', reason: 'identity-card-reader-file' });
  await missing.close();
});
