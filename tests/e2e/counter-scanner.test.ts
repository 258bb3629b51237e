import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { register } from './support/register.ts';
import { typeAsScanner } from './support/type-as-scanner.ts';

let kiosk: Launched;
let counter: Page;
let tray: Page;

const siti = loadSpecimens()[0];
const box = (name: string) => counter.getByRole('textbox', { name });
const press = (name: string) => tray.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  kiosk = await launch({ tray: true, central: 'embedded' });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
}, 60_000);
afterAll(() => kiosk?.close());

test('a printed ticket held before the scanner opens its draft', async () => {
  await counter.getByRole('button', { name: 'Ambil nomor' }).first().click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  await dialog.getByText('Sudah tercetak').waitFor();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await press('Pindai nomor antrean');
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
});

test('a scanned KTP fills the NIK, wherever the finger is', async () => {
  await box('Nama lengkap').first().fill('SITI');
  await press('Pindai KTP');
  await counter.getByText('NIK terisi dari pindaian.').waitFor();
  expect((await box('NIK').inputValue()).replaceAll(' ', '')).toBe(siti?.person.nik);
  expect(await box('Nama lengkap').first().inputValue()).toBe('SITI');
});

test('a scanner that types: its code goes to its field, and nothing stays where the finger was', async () => {
  const code = String(siti?.values['identity.familyCard']);
  const name = box('Nama lengkap').first();
  await name.click();
  await name.press('End');
  await typeAsScanner(counter, code);
  await counter.getByText('Nomor KK terisi dari pindaian.').waitFor();
  expect(await box('Nomor KK').inputValue()).toBe(code);
  expect(await name.inputValue()).toBe('SITI');
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
});

test('a code typed into the boxes of a date is taken back from all of them', async () => {
  const group = counter.getByRole('group', { name: 'Tanggal lahir' });
  await group.getByLabel('Tanggal').fill('17');
  await group.getByLabel('Tanggal').click();
  await typeAsScanner(counter, '4006381333931');
  await counter.getByText('Kode ini tidak dikenal.').waitFor();
  const boxes = ['Tanggal', 'Bulan', 'Tahun'].map((label) => group.getByLabel(label).inputValue());
  expect(await Promise.all(boxes)).toEqual(['17', '', '']);
});

test('a person who types is left alone', async () => {
  const name = box('Nama lengkap').first();
  await name.fill('');
  await name.pressSequentially('SITI SPESIMEN', { delay: 45 });
  expect(await name.inputValue()).toBe('SITI SPESIMEN');
});

test('codes with no finger in any field: a receipt of nobody here is told, a ticket opens', async () => {
  await counter.evaluate(() => {
    window.location.hash = '#/home';
  });
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
  await typeAsScanner(counter, 'LB-0000-0000-0');
  await counter.getByText('Tanda terima ini bukan dari kiosk ini.').waitFor();
  await press('Pindai nomor antrean');
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
});

test('a scanned receipt opens where its application stands', async () => {
  if (!siti) throw new Error('no specimen citizen');
  const code = await register({ counter, tray, specimen: siti });
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await press('Pindai tanda terima');
  await counter.getByRole('dialog').getByRole('heading', { name: code }).waitFor();
});

test('on the lock screen a typed code reaches neither field nor desk', async () => {
  await counter.getByRole('dialog').getByRole('button', { name: 'Tutup' }).first().click();
  await counter.getByRole('button', { name: /Kunci/ }).first().click();
  const pin = counter.getByRole('textbox', { name: 'PIN' }).or(counter.getByLabel('PIN', { exact: true }));
  await pin.click();
  await typeAsScanner(counter, siti?.person.nik ?? '');
  expect(await pin.inputValue()).toBe('');
});
