import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { prepareDrafts } from './support/prepared-drafts.ts';
import { submitApplication } from './support/register.ts';
import { startTestCentralServer, type TestCentral } from './support/test-central.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-hand-carry-'));
const drive = join(dataFolder, 'flashdisk-latihan');
const people = loadSpecimens().slice(0, 1);
let central: TestCentral;
let kiosk: Launched;

beforeAll(async () => {
  await prepareDrafts(dataFolder, people);
  central = await startTestCentralServer();
  kiosk = await launch({ dataFolder, central: central.address });
  await signIn(kiosk.counter);
  await kiosk.counter.getByText('Internet tersambung').waitFor();
  central.setMood('failing');
});
afterAll(async () => {
  await kiosk?.close();
  await central?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('what cannot be sent is saved to the drive, and sent once all the same when the line is back', async () => {
  const { counter } = kiosk;
  await counter.getByRole('button', { name: new RegExp(`^${people[0]?.fullName}`) }).click();
  await submitApplication(counter);
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await counter.getByRole('button', { name: 'Flashdisk', exact: true }).click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByText('1 permohonan menunggu').waitFor();
  await dialog.getByRole('button', { name: 'Simpan ke flashdisk' }).click();
  await dialog.getByText('Simpan selesai. Cabut flashdisk, bawa ke kantor.').waitFor();
  expect(readdirSync(drive)).toEqual([expect.stringMatching(/^kiriman-[a-z0-9]{8}-00001\.ajk$/)]);

  await dialog.getByRole('button', { name: 'Kembali' }).click();
  await dialog.getByText('Balasan kantor belum dibaca.').waitFor();
  await dialog.getByRole('button', { name: 'Baca balasan kantor' }).click();
  await dialog.getByText('Tidak ada berkas balasan di flashdisk ini').waitFor();
  await dialog.getByRole('button', { name: 'Selesai' }).click();

  central.setMood('as-it-is');
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await counter.getByText('Semua sudah terkirim').waitFor();
  expect(await central.held()).toHaveLength(1);
});
