import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { compactVerify, importJWK } from 'jose';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { enrolmentFilePayloadSchema, enrolmentFileSchema } from '../../contract/central/enrolment-file.ts';
import type { Database } from '../database/database.ts';
import { openEmbeddedDatabase } from '../database/embedded-database.ts';
import { ENROLMENT_DAYS, enrolStation } from '../stations/enrolments.ts';
import { findStation } from '../stations/stations.ts';
import { RESOURCES } from '../testing/start-test-central.ts';
import { enrolCommand, keyFingerprint } from './enrol-command.ts';
import { saveOfficerCommand } from './officer-command.ts';

const key = (letter: string) => ({ kty: 'OKP', crv: 'Ed25519', x: letter.repeat(43) }) as const;
let database: Database;
beforeAll(async () => {
  database = await openEmbeddedDatabase();
});

async function enrol(options: Partial<Parameters<typeof enrolCommand>[1]> = {}) {
  const lines: string[] = [];
  const wanted = {
    name: 'Balai Pekon Spesimen',
    village: '18.04.04.2002',
    resourcesFolder: RESOURCES,
    ...options,
  };
  await enrolCommand(database, wanted, (line) => lines.push(line));
  return JSON.parse(lines.join(''));
}

test('a code enrols one station, under the name and pekon the office gave, and is kept as its hash alone', async () => {
  const { code } = await enrol();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  const rows = await database.query('SELECT * FROM enrolment_codes');
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const id = await enrolStation(
    database,
    { code: typed, stationName: 'lain', signingKey: key('A') },
    Date.now(),
  );
  expect(await findStation(database, id ?? '')).toMatchObject({ name: 'Balai Pekon Spesimen' });
  const again = { code, stationName: 'lain', signingKey: key('A') };
  expect(await enrolStation(database, again, Date.now())).toBe(id);
  expect(await enrolStation(database, { ...again, signingKey: key('B') }, Date.now())).toBeNull();
  const [station] = await database.query('SELECT village_code FROM stations WHERE id = $1', [id]);
  expect(station?.village_code).toBe('18.04.04.2002');
});

test('a code expires, but not for the station it has enrolled', async () => {
  const [first, second] = [await enrol(), await enrol()];
  const late = Date.now() + ENROLMENT_DAYS * 24 * 60 * 60_000 + 60_000;
  const request = { stationName: 'x', signingKey: key('C') };
  expect(await enrolStation(database, { ...request, code: first.code }, late)).toBeNull();
  const id = await enrolStation(database, { ...request, code: second.code }, Date.now());
  expect(await enrolStation(database, { ...request, code: second.code }, late)).toBe(id);
});

test('the signed file holds all a kiosk needs without a line, and its fingerprint is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-enrol-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'kiosk.json');
  const told = await enrol({ file, centralUrl: 'https://pusat.example' });
  const { signed } = enrolmentFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const payload = enrolmentFilePayloadSchema.parse(
    JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString()),
  );
  await compactVerify(signed, await importJWK(payload.signingKey, 'EdDSA'));
  expect(payload).toMatchObject({ centralUrl: 'https://pusat.example', stationName: 'Balai Pekon Spesimen' });
  expect(told.fingerprint).toBe(keyFingerprint(payload.signingKey.x));
  expect(told.code).toBeUndefined();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const id = await enrolStation(
    database,
    { code: payload.code, stationName: 'x', signingKey: key('D') },
    Date.now(),
  );
  expect(id).toBe(payload.stationId);
  await expect(enrol({ file })).rejects.toThrow('EEXIST');
});

test('a name is needed, and a pekon that exists', async () => {
  await expect(enrol({ name: ' ' })).rejects.toThrow('--name');
  await expect(enrol({ village: '18.04.99.9999' })).rejects.toThrow('no such Kemendagri code');
});

test('an officer is made with a long password from standard input', async () => {
  await expect(saveOfficerCommand(database, 'Petugas Spesimen', Readable.from(['pendek\n']))).rejects.toThrow(
    '15',
  );
  await saveOfficerCommand(database, 'Petugas Spesimen', Readable.from(['rahasia-panjang-spesimen\n']));
  const [row] = await database.query("SELECT secret_hash FROM officers WHERE name = 'Petugas Spesimen'");
  expect(row?.secret_hash).toMatch(/^\$argon2id\$/);
});
