import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSpecimenIssuer } from '../../drivers/virtual/emrtd/specimen-issuer.ts';
import { readTrustFolder, TRUST_FOLDER } from './trust-folder.ts';

const certificate = (seed: string) => createSpecimenIssuer({ seed }).countryCertificate;

function pem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function dataFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-trust-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, TRUST_FOLDER));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, TRUST_FOLDER, name), content);
  return folder;
}

test('certificates are read from PEM and DER, several in one PEM, and other files are left alone', async () => {
  const folder = dataFolder({
    'satu.der': certificate('satu'),
    'dua.pem': pem(certificate('dua')) + pem(certificate('tiga')),
    'baca-dulu.txt': 'bukan sertifikat',
  });
  const { certificates, unreadable } = await readTrustFolder(folder);
  expect(certificates.map(({ isAuthority }) => isAuthority)).toEqual([true, true, true]);
  expect(unreadable).toBe(0);
});

test('what cannot be read costs itself, not the list', async () => {
  const folder = dataFolder({
    'rusak.pem': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'rusak.der': new Uint8Array(50),
    'terlalu-besar.cer': new Uint8Array(5 * 1024 * 1024),
    'satu.crt': certificate('satu'),
  });
  mkdirSync(join(folder, TRUST_FOLDER, 'folder.pem'));
  const { certificates, unreadable } = await readTrustFolder(folder);
  expect([certificates.length, unreadable]).toEqual([1, 4]);
});

test('without a folder nobody is trusted', async () => {
  expect(await readTrustFolder(join(tmpdir(), 'anjungan-no-such-folder'))).toEqual({
    certificates: [],
    unreadable: 0,
  });
});
