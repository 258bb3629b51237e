import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { layCard, liftCard } from './support/card-tray.ts';
import {
  fillField,
  goOnEvenSo,
  openStep,
  passportReplacement,
  saved,
  signIn,
  startWithoutTicket,
} from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

let kiosk: Launched;
let counter: Page;
let tray: Page;

const [siti, budi] = loadSpecimens();
const service = passportReplacement();
const mrzField = service.steps.flatMap((step) => step.fields).find(({ type }) => type === 'mrz');

const lay = (what: string) => layCard(tray, what);
const lift = () => liftCard(tray);
const dialog = () => counter.getByRole('dialog');
const read = () => counter.getByRole('button', { name: 'Baca chip paspor' }).click();

async function typeLines(specimen = siti) {
  if (!mrzField) throw new Error('the catalog asks for no MRZ');
  await fillField(counter, mrzField, String(specimen?.values['passport.mrz']));
}

beforeAll(async () => {
  kiosk = await launch({ tray: true });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
  await startWithoutTicket(counter);
  await goOnEvenSo(counter, 'Paspor lama');
}, 60_000);
afterEach(async () => {
  if (await dialog().isVisible()) await counter.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  if (await tray.getByText('Di atasnya:').isVisible()) await lift();
});
afterAll(() => kiosk?.close());

test('without the code lines the dialog asks for them, or for the number printed instead', async () => {
  await read();
  await dialog().getByText('Isi dua baris kode paspor dulu').waitFor();
  await dialog().getByRole('textbox', { name: 'Nomor CAN' }).waitFor();
});

test('a passport laid on the reader is read with its progress; pulled in the middle it goes on by itself', async () => {
  await typeLines();
  await read();
  await dialog().getByText('Letakkan paspor di pembaca kartu').waitFor();
  await lay('paspor');
  const bar = dialog().getByRole('progressbar', { name: 'Kemajuan membaca' });
  await bar.waitFor();
  await lift();
  await dialog().getByText('Letakkan lagi paspornya').waitFor();
  await lay('paspor');
  await bar.waitFor();
  await dialog().getByText('Paspor asli').waitFor();
  const portrait = dialog().getByRole('img', { name: 'Foto di chip paspor' });
  await portrait.waitFor();
  const size = await portrait.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([413, 531]);
  await dialog().getByText('Disimpan bersama permohonan').waitFor();
  await dialog().getByRole('button', { name: 'Selesai' }).click();
  expect(await counter.getByRole('textbox', { name: 'Nomor paspor' }).inputValue()).toBe(
    siti?.person.passportNumber,
  );
});

test('the lines of another passport do not open this one', async () => {
  await typeLines(budi);
  await lay('paspor');
  await read();
  await dialog().getByText('Dua baris kode tidak cocok dengan paspor ini').waitFor();
});

test('an issuer nobody knows is explained calmly, a forged chip is an alarm', async () => {
  await typeLines();
  await lay('paspor penerbit tak dikenal');
  await read();
  await dialog().getByText('Asli tidaknya belum dapat dipastikan').waitFor();
  await dialog().getByText('Ini biasa').waitFor();
  expect(await dialog().getByRole('alert').count()).toBe(0);
  await dialog().getByRole('button', { name: 'Selesai' }).click();
  await lay('paspor palsu');
  await read();
  await dialog()
    .getByRole('alert')
    .filter({ hasText: 'chip paspor ini tidak sah' })
    .filter({ hasText: 'hubungi kantor imigrasi' })
    .waitFor();
});

test('without a reader the way to the chip is gone, and back with it', async () => {
  await tray.getByRole('button', { name: 'Cabut pembaca kartu' }).click();
  const button = counter.getByRole('button', { name: 'Baca chip paspor' });
  await button.waitFor({ state: 'detached' });
  await tray.getByRole('button', { name: 'Pasang pembaca kartu' }).click();
  await button.waitFor();
});

test('what the chip filled stands in the step before, where the photo of a KTP-el waits for consent', async () => {
  await counter.getByRole('button', { name: 'Kembali', exact: true }).click();
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  expect(await counter.getByRole('textbox', { name: 'Nama lengkap' }).first().inputValue()).toBe(
    siti?.fullName,
  );
  const photo = counter.getByRole('button', { name: 'Lihat foto di chip KTP-el' });
  expect(await photo.isDisabled()).toBe(true);
  await counter.getByText('Baru boleh setelah pemohon menyetujui').waitFor();
});

test('what the chip says otherwise waits beside the field and on the review until one side is taken', async () => {
  const name = () => counter.getByRole('textbox', { name: 'Nama lengkap' }).first();
  const told = counter.getByText(`Di chip paspor tertulis: ${siti?.fullName}.`, { exact: false });
  const reopen = async () => {
    await counter.getByRole('button', { name: 'Simpan dan tutup' }).click();
    await counter
      .getByRole('button', { name: /SPESIMEN KELIRU/ })
      .first()
      .click();
  };
  await name().fill('SPESIMEN KELIRU');
  await told.waitFor({ state: 'detached' });
  await counter.getByRole('textbox', { name: 'NIK' }).first().focus();
  await told.waitFor();
  await saved(counter);
  await reopen();
  for (const { title } of service.steps.slice(1)) await goOnEvenSo(counter, title.id);
  await told.waitFor();
  await openStep(counter, 'Data diri');
  await counter.getByRole('button', { name: /^Tetap yang diketik: Nama lengkap/ }).click();
  await told.waitFor({ state: 'detached' });
  await name().fill('SPESIMEN LAIN');
  await counter.getByRole('textbox', { name: 'NIK' }).first().focus();
  await counter.getByRole('button', { name: /^Pakai isi chip: Nama lengkap/ }).click();
  await told.waitFor({ state: 'detached' });
  expect(await name().inputValue()).toBe(siti?.fullName);
});
