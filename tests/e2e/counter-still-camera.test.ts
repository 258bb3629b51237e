import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStep } from './support/camera-page.ts';
import { signIn, startWithoutTicket } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { putUnderCamera } from './support/register.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-still-'));
let kiosk: Launched;
let counter: Page;
let tray: Page;

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = () => counter.getByRole('dialog');
const menu = () => dialog().getByRole('button', { name: 'Kamera foto Virtual still camera' });
const aim = () => dialog().getByText('Arahkan kamera foto, lalu tekan Ambil gambar');

async function open(button: string) {
  await counter.getByRole('button', { name: button, exact: true }).click();
  await dialog().waitFor();
}
async function close() {
  await dialog().getByRole('button', { name: 'Tutup' }).click();
  await dialog().waitFor({ state: 'detached' });
}
/** Takes the picture that is then shown; answers its size. */
async function take() {
  await tap(counter, 'Ambil gambar');
  const picture = dialog().getByRole('img', { name: /^Gambar / });
  await picture.waitFor();
  return await picture.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
}
async function start() {
  kiosk = await launch({ dataFolder, tray: true });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
}

beforeAll(async () => {
  await start();
  await startWithoutTicket(counter);
}, 60_000);
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a still camera that is plugged in is offered, takes the page of a document, and is remembered', async () => {
  await openStep(counter, 'Dokumen');
  await putUnderCamera(tray, 'ktp');
  await open('Ambil gambar KTP-el: Sisi depan');
  await dialog().locator('video').waitFor();
  expect(await menu().count()).toBe(0);
  await tap(tray, 'Pasang kamera foto');
  await dialog().getByRole('button', { name: 'Kamera latihan' }).click();
  await counter.getByRole('menuitemradio', { name: 'Kamera foto Virtual still camera' }).click();
  await aim().waitFor();
  expect(await dialog().locator('video').count()).toBe(0);
  expect(await take()).toEqual([1_280, 960]);
  await tap(counter, 'Pakai gambar ini');
  await dialog().waitFor({ state: 'detached' });
  await counter.getByRole('button', { name: 'Ambil ulang KTP-el: Sisi depan' }).waitFor();
  await open('Ambil gambar Paspor lama: Sampul');
  await aim().waitFor();
  await close();
});

test('the portrait has a camera of its own choice, as large as is needed', async () => {
  await openStep(counter, 'Foto');
  await putUnderCamera(tray, 'face');
  await open('Ambil foto');
  await dialog().locator('video').waitFor();
  await dialog().getByRole('button', { name: 'Kamera latihan' }).click();
  await counter.getByRole('menuitemradio', { name: 'Kamera foto Virtual still camera' }).click();
  expect(await take()).toEqual([960, 720]);
  await tap(counter, 'Pakai gambar ini');
  await dialog().waitFor({ state: 'detached' });
});

test('pulled out it gives way to the live camera; after a restart it is still the choice', async () => {
  await open('Ulangi');
  await aim().waitFor();
  await tap(tray, 'Cabut kamera foto');
  await dialog().locator('video').waitFor();
  await close();
  await kiosk.close();
  await start();
  await tap(tray, 'Pasang kamera foto');
  await counter
    .getByRole('button', { name: /Foto ·/ })
    .first()
    .click();
  await open('Ulangi');
  await aim().waitFor();
  await menu().click();
  await counter.getByRole('menuitemradio', { name: 'Kamera langsung' }).click();
  await dialog().locator('video').waitFor();
  await close();
});
