import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { faultsOf } from './support/accessibility.ts';
import { signIn } from './support/counter.ts';
import { resizeDisplay } from './support/display.ts';
import { startHeadlessStation } from './support/headless-station.ts';
import { type Launched, launch } from './support/launch.ts';
import { signInHeadless } from './support/submit-specimen.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-queue-'));
/** Tests run at any hour; they must hear calls at night too. */
const SETTINGS = { name: 'Balai Pekon Latihan', counter: 2, speech: { volume: 10, quiet: [] } };
const specimen = loadSpecimens()[0];

let kiosk: Launched;
let counter: Page;
let display: Page;

const press = (name: string | RegExp) => counter.getByRole('button', { name }).first().click();

const spoken = async () => Number(await display.locator('main').getAttribute('data-spoken'));

async function issue(): Promise<string> {
  await press('Ambil nomor');
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  const number = dialog.getByText(/^[A-Z]-\d{3}$/);
  await number.waitFor();
  const text = (await number.textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await dialog.waitFor({ state: 'detached' });
  return text;
}

const YESTERDAY = 'const now = Date.now; Date.now = () => now() - 24 * 60 * 60 * 1000;';

/** A station whose clock is a day behind issues two numbers, calls one, and is switched off. */
async function leaveYesterdayOpen(): Promise<void> {
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(YESTERDAY)}`];
  const station = await startHeadlessStation(dataFolder, { nodeArguments });
  const officer = station.face('counter');
  await signInHeadless(officer);
  for (let person = 0; person < 2; person += 1) {
    const serviceKey = 'passport-replacement-expired-adult';
    await officer.queue.issue({ id: uuidv7(), printJobId: uuidv7(), serviceKey });
  }
  await officer.queue.callNext({});
  await station.stop();
}

beforeAll(async () => {
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify(SETTINGS));
  await leaveYesterdayOpen();
  kiosk = await launch({ dataFolder, tray: true, args: ['--faces=display'] });
  counter = kiosk.counter;
  await signIn(counter);
  display = await kiosk.face('display');
});
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a new day begins with nobody waiting and the number one', async () => {
  await display.getByText('Mohon tunggu').waitFor();
  await counter.getByText('0 menunggu').waitFor();
  expect(await issue()).toBe('A-001');
  await press('Panggil A-001');
  await display.getByRole('status').getByText('A-001').waitFor();
  await press('A-001 tidak hadir');
  await display.getByText('Mohon tunggu').waitFor();
});

test('a call stands on the display with its counter, and is said', async () => {
  const first = await issue();
  await issue();
  await display.getByText('2 nomor').waitFor();
  await press(`Panggil ${first}`);
  await display.getByRole('status').getByText(first).waitFor();
  await display.getByText('Silakan ke loket 2').waitFor();
  await display.getByText('1 nomor').waitFor();
  await display.locator('main[data-spoken]').waitFor();
});

test('a number is called three times and no more', async () => {
  const before = await spoken();
  await press('Panggil ulang');
  await counter.getByText('dipanggil 2 kali ke loket 2').waitFor();
  await expect.poll(spoken).toBeGreaterThan(before);
  await press('Panggil ulang');
  await counter.getByText('dipanggil 3 kali ke loket 2').waitFor();
  expect(await counter.getByRole('button', { name: 'Panggil ulang' }).isDisabled()).toBe(true);
});

test('who did not come is put back with one touch', async () => {
  await press('A-002 tidak hadir');
  await press('Urungkan');
  await counter.getByRole('button', { name: 'Panggil A-002' }).waitFor();
  await press('Panggil A-002');
  await press('Lewati');
  await counter.getByRole('button', { name: 'Panggil A-003' }).waitFor();
});

test('the display knows nobody’s name and shows it at either size without a fault', async () => {
  await press('Layani A-002');
  const name = specimen?.fullName ?? '';
  const box = counter.getByRole('textbox', { name: 'Nama lengkap' }).first();
  await box.fill(name);
  await counter.getByTestId('save-status').filter({ hasText: 'Tersimpan' }).waitFor();
  await display.getByRole('status').getByText('A-002').waitFor();
  expect(await display.content()).not.toContain(name.split(' ')[0]);
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
  ] as const) {
    await resizeDisplay(kiosk, width, height);
    expect(await faultsOf(display)).toEqual([]);
    const cut = await display.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
    expect(cut).toBe(false);
  }
});

test('a number without a paper is told to the officer', async () => {
  const tray = await kiosk.tray();
  await counter.evaluate(() => {
    window.location.hash = '#/';
  });
  await tray.getByRole('button', { name: 'Habiskan kertas' }).click();
  const number = await issue();
  await counter.getByText(`Tanpa kertas: ${number}. Beri tahu warganya.`).waitFor();
});
