import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minuteWords } from '../../renderer/counter/outbox/sending-words.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { faultsOf, resize } from './support/accessibility.ts';
import { PRACTICE_PIN } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { prepareDrafts } from './support/prepared-drafts.ts';
import { submitApplication } from './support/register.ts';
import { startTestCentralServer, type TestCentral } from './support/test-central.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-outbox-'));
const people = loadSpecimens().slice(0, 2);
const screens = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
] as const;
/** WIB is UTC+7 all year. */
const WIB_MINUTES = 7 * 60;
const DAY_MINUTES = 24 * 60;
let central: TestCentral;
let kiosk: Launched;
let counter: Page;

beforeAll(async () => {
  await prepareDrafts(dataFolder, people);
  central = await startTestCentralServer();
  kiosk = await launch({ dataFolder, tray: false, central: central.address });
  counter = kiosk.counter;
  await signInAs('Rizal Way Besai');
  await counter.getByText('Internet tersambung').waitFor();
}, 60_000);

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function signInAs(name: string): Promise<void> {
  await counter.getByText('Siapa yang bertugas?').waitFor();
  await counter.getByRole('button', { name: new RegExp(name) }).click();
  await counter.getByLabel('PIN', { exact: true }).fill(PRACTICE_PIN);
  await counter.getByRole('button', { name: 'Masuk', exact: true }).click();
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
}

async function openOutbox(): Promise<void> {
  await counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await counter.getByRole('heading', { level: 1, name: 'Pengiriman' }).waitFor();
}

/** Sends a prepared draft; answers its row in the outbox. */
async function submitPrepared(place: number) {
  await counter.evaluate(() => {
    window.location.hash = '#/home';
  });
  await counter.getByRole('button', { name: new RegExp(`^${people[place]?.fullName ?? ''}`) }).click();
  const code = await submitApplication(counter);
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await openOutbox();
  return counter.getByRole('listitem').filter({ hasText: code });
}

/** Nobody is kept out, on either screen. */
async function expectForEverybody(): Promise<void> {
  const faults: string[] = [];
  for (const { width, height } of screens) {
    await resize(kiosk, width, height);
    for (const fault of await faultsOf(counter)) faults.push(`${width} × ${height}: ${fault}`);
  }
  expect(faults).toEqual([]);
}

const show = (filter: string) => counter.getByRole('radiogroup').getByText(filter, { exact: true }).click();

test('what was refused says why in plain words, and goes with one touch', async () => {
  central.setMood('refusing');
  const row = await submitPrepared(1);
  await row.getByText('Berkas berubah di perjalanan. Kirim ulang.').waitFor();
  await counter.getByText('1 perlu diperiksa').waitFor();
  await expectForEverybody();
  await show('Perlu diperiksa');
  central.setMood('as-it-is');
  await row.getByRole('button', { name: /^Kirim ulang LB-/ }).click();
  await counter.getByText('Tidak ada yang perlu diperiksa').waitFor();
  await show('Terkirim');
  await row.getByText('Terkirim', { exact: true }).waitFor();
  await row.getByText(/diterima \d\d\.\d\d WIB/).waitFor();
  expect(await central.held()).toHaveLength(1);
});

test('quiet hours are set and said, and pass over only for who confirms it', async () => {
  const minute = (Math.floor(Date.now() / 60_000) + WIB_MINUTES) % DAY_MINUTES;
  await openOutbox();
  await counter.getByRole('button', { name: 'Atur pengiriman' }).click();
  const dialog = counter.getByRole('dialog', { name: 'Atur pengiriman' });
  await dialog.getByLabel(/^Jam tenang mulai/).fill('malam');
  await dialog.getByLabel(/^Jam tenang selesai/).fill(minuteWords((minute + 120) % DAY_MINUTES));
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await dialog.getByText('Isi jam seperti 21.00, atau kosongkan keduanya.').waitFor();
  await expectForEverybody();
  await dialog.getByLabel(/^Jam tenang mulai/).fill(minuteWords((minute + DAY_MINUTES - 60) % DAY_MINUTES));
  await dialog.getByLabel(/^Kuota per hari/).fill('50');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const notice = counter.getByRole('status').getByText('Pengaturan pengiriman disimpan.');
  await notice.waitFor();
  await counter.getByRole('button', { name: 'Atur pengiriman' }).click();
  const cancel = dialog.getByRole('button', { name: 'Batal' });
  await cancel.waitFor();
  const [told, button] = [await notice.boundingBox(), await cancel.boundingBox()];
  expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThan(button?.y ?? 0);
  await cancel.click();
  await dialog.waitFor({ state: 'hidden' });
  await counter.getByText(/dari 50\sMB/).waitFor();

  const row = await submitPrepared(0);
  await row.getByText('Menunggu dikirim').waitFor();
  await counter.getByText('Sekarang jam tenang').waitFor();
  await counter.getByText(/^Kiriman jalan lagi sendiri\. Lanjut /).waitFor();
  expect(await central.held()).toHaveLength(1);
  await expectForEverybody();
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await counter
    .getByRole('alertdialog')
    .getByText(/satu kali ini saja/)
    .waitFor();
  await counter.getByRole('button', { name: 'Ya, kirim sekarang' }).click();
  // What is asked goes away when the answer has been taken, which may be after all has been sent.
  await counter.getByRole('alertdialog').waitFor({ state: 'hidden' });
  await row.getByText('Terkirim', { exact: true }).waitFor();
  await counter.getByText('Semua sudah terkirim').waitFor();
  expect(await central.held()).toHaveLength(2);
});

test('an appointment central gives is shown with the application, with day, time and place', async () => {
  const [first] = await central.held();
  const code = first?.application.trackingCode ?? '';
  const place = 'Kantor Imigrasi Spesimen';
  await central.schedule(code, { at: Date.UTC(2026, 10, 24, 2, 5), place });
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await counter.getByRole('button', { name: 'Ya, kirim sekarang' }).click();
  await counter.evaluate(() => {
    window.location.hash = '#/applications';
  });
  const row = counter.getByRole('listitem').filter({ hasText: code });
  await row.getByText('Datang 24 November 2026, 09.05 WIB').waitFor();
  await expectForEverybody();
  await row.getByRole('button').click();
  await counter.getByRole('dialog').getByText(place).waitFor();
  await expectForEverybody();
  await counter.keyboard.press('Escape');
});

test('an officer sees it all and sets nothing, by keyboard too', async () => {
  await counter.getByRole('button', { name: /^Keluar/ }).click();
  await signInAs('Melinda Pesagi');
  await openOutbox();
  await counter.getByText(/^berlaku sejak .+, (diterima|bawaan)/).waitFor();
  expect(await counter.getByRole('button', { name: 'Atur pengiriman' }).count()).toBe(0);
  await counter.getByRole('radio', { name: /Semua/ }).focus();
  await counter.keyboard.press('ArrowRight');
  await counter.getByText('Semua permohonan sudah berangkat.').waitFor();
  await counter.keyboard.press('ArrowLeft');
  await expect
    .poll(() => counter.getByRole('listitem').getByText('Terkirim', { exact: true }).count())
    .toBe(2);
});
