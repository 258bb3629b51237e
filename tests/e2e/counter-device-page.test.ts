import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { paperCount } from './support/paper.ts';
import { makeTrouble } from './support/tray-trouble.ts';

let kiosk: Launched;
let counter: Page;
let tray: Page;

const [siti] = loadSpecimens();
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openPage() {
  await counter.evaluate(() => {
    window.location.hash = '#/devices';
  });
  await counter.getByRole('region', { name: 'Coba perangkat' }).waitFor();
}

beforeAll(async () => {
  kiosk = await launch({ tray: true });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
  await openPage();
}, 60_000);
afterAll(() => kiosk?.close());

test('a code is only tried here: its kind is told, and nothing of what it says', async () => {
  await tap(tray, 'Pindai KTP');
  await counter.getByText('Jenisnya: nomor KTP atau KK.').waitFor();
  expect(await counter.locator('body').textContent()).not.toContain(siti?.person.nik);
  await counter.getByRole('heading', { level: 1, name: 'Perangkat' }).waitFor();
});

test('a card is tried: what it is, and no number', async () => {
  await tap(counter, 'Coba kartu');
  await counter.getByText('Letakkan kartu apa saja').waitFor();
  await tap(tray, 'Letakkan KTP-el');
  await counter.getByText('Kartu tempel.').waitFor();
  expect(await counter.locator('body').textContent()).not.toContain('08535045');
});

test.each([
  { device: 'printer', trouble: 'cutter', words: 'Pisau printer macet' },
  { device: 'reader', trouble: 'held-elsewhere', words: 'biasanya pcscd' },
  { device: 'scanner', trouble: 'denied', words: 'Kiosk belum diizinkan membuka pemindai' },
] as const)(
  'the tray makes a trouble of the $device: why, what to do, and well when it is taken back',
  async (given) => {
    const { words, ...change } = given;
    await makeTrouble(tray, change);
    const devices = counter.getByRole('main').getByRole('list', { name: 'Perangkat' }).getByRole('listitem');
    const troubled = devices.filter({ hasText: words }).getByText('Perlu dilihat');
    await troubled.waitFor();
    await makeTrouble(tray, { ...change, trouble: null });
    await troubled.waitFor({ state: 'detached' });
  },
);

test('what a device went through stands in the log, with what ailed it last, and goes out on paper', async () => {
  await tap(tray, 'Buka tutup');
  await counter.getByRole('main').getByText('Tutup printer terbuka').first().waitFor();
  await tap(tray, 'Tutup penutup');
  await counter.getByText(/Terakhir terganggu .*Tutup printer terbuka/).waitFor();
  await tap(tray, 'Cabut pembaca kartu');
  const log = counter.getByRole('region', { name: 'Catatan perangkat' });
  await log.getByText(/Pembaca kartu .*Tidak terpasang/).waitFor();
  await tap(counter, 'Cetak catatan');
  await counter.getByText('Kertas uji sudah tercetak').waitFor();
  expect(await paperCount(tray)).toBe(1);
});

test('the camera is shown as it sees, and nothing is taken', async () => {
  await tap(counter, 'Lihat kamera');
  const dialog = counter.getByRole('dialog', { name: 'Lihat kamera' });
  await dialog.locator('video').waitFor();
  expect(await dialog.getByRole('button', { name: 'Ambil gambar' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
});

test('a technician tries the scanner too, and is told no more than the kind', async () => {
  await counter.getByRole('button', { name: /^Keluar:/ }).click();
  await signIn(counter, 'Yogi Sekincau');
  await openPage();
  await tap(tray, 'Pindai KTP');
  await counter.getByText('Jenisnya: nomor KTP atau KK.').waitFor();
});
