import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { signIn, startWithoutTicket } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

let kiosk: Launched;
let counter: Page;
let tray: Page;

const [siti] = loadSpecimens();
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = () => counter.getByRole('dialog');
const way = () => counter.getByRole('button', { name: 'Isi dari pembaca KTP-el' });
const text = (name: string) => counter.getByRole('textbox', { name }).first().inputValue();

beforeAll(async () => {
  kiosk = await launch({ tray: true });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
  await startWithoutTicket(counter);
}, 60_000);
afterAll(() => kiosk?.close());

test('a vendor’s reader that is plugged in offers itself, and what it read fills the form', async () => {
  expect(await way().count()).toBe(0);
  await tap(tray, 'Pasang pembaca KTP-el');
  await way().click();
  await dialog().getByText('Baca KTP-el di alat pembaca KTP-el').waitFor();
  await tap(tray, 'Baca KTP-el di alat');
  await dialog().getByText('Terisi dari KTP-el').waitFor();
  await dialog().getByRole('button', { name: 'Selesai' }).click();
  await expect.poll(() => text('Nama lengkap')).toBe(siti?.fullName);
  await expect.poll(() => text('NIK')).toBe(siti?.person.nik);
  await expect.poll(() => text('Tempat lahir')).toBe(siti?.person.birthPlace);
  await counter.getByRole('radio', { name: 'Perempuan', checked: true }).waitFor();
});

test('what was typed otherwise is left, and asked about beside its field', async () => {
  await counter.getByRole('textbox', { name: 'Tempat lahir' }).fill('KRUI');
  await way().click();
  await dialog().getByText('Baca KTP-el di alat pembaca KTP-el').waitFor();
  await tap(tray, 'Baca KTP-el di alat');
  await dialog().getByText('Berbeda dengan KTP-el').waitFor();
  await dialog().getByRole('button', { name: 'Selesai' }).click();
  expect(await text('Tempat lahir')).toBe('KRUI');
  await counter.getByText(`Di KTP-el tertulis: ${siti?.person.birthPlace}. Pilih yang benar.`).waitFor();
  await counter.getByRole('button', { name: 'Pakai isi KTP-el: Tempat lahir' }).click();
  await counter.getByText('Di KTP-el tertulis').waitFor({ state: 'detached' });
  await expect.poll(() => text('Tempat lahir')).toBe(siti?.person.birthPlace);
});

test('one that is pulled out offers itself no more', async () => {
  await tap(tray, 'Cabut pembaca KTP-el');
  await way().waitFor({ state: 'detached' });
});
