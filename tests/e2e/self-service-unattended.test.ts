import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, resizePage } from './support/accessibility.ts';
import { plugIn, pullOut, refuse } from './support/camera-page.ts';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { PRACTICE_PIN, pressUntil, signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

const words = citizenWords('id');
/** Folder for pictures of what is new on screen; none are made without it. */
const pictures = process.env.ANJUNGAN_PICTURES;
/** Pixels; what follows is done on the last. */
const SIZES = [
  [1080, 1920],
  [1280, 800],
] as const;
let kiosk: Launched;
let page: Page;
let tray: Page;
let counter: Page;

beforeAll(async () => {
  kiosk = await launch({ tray: true, args: ['--faces=self-service,display'] });
  ({ counter } = kiosk);
  await signIn(counter);
  page = await kiosk.face('self-service');
  tray = await kiosk.tray();
}, 90_000);
afterAll(() => kiosk?.close());

async function picture(where: Page, name: string): Promise<void> {
  if (pictures) await where.screenshot({ path: join(pictures, `${name}.png`) });
}

const press = (where: Page, name: string) => where.getByRole('button', { name, exact: true }).click();

test('closing time waits for the officer, then closes the counter and leaves the citizens’ screen', async () => {
  await page.getByRole('heading', { name: words('welcome') }).waitFor();
  await press(tray, 'Jadikan malam, loket tutup');
  await tray.getByRole('button', { name: 'Kembali ke jam loket' }).waitFor();
  expect(await counter.getByRole('heading', { name: 'Antrean hari ini' }).isVisible()).toBe(true);
  await press(counter, 'Kunci');
  await counter.getByText('Loket tutup sesuai jadwal').waitFor();
  expect(await counter.getByLabel('PIN', { exact: true }).count()).toBe(0);
  expect(await faultsOf(counter)).toEqual([]);
  await page.getByRole('heading', { name: words('dayAndNight') }).waitFor();
  await page.getByRole('region', { name: words('worksNow') }).waitFor();
  const display = await kiosk.face('display');
  await display.getByText(/^Loket tutup\. Buka lagi/).waitFor();
  expect(await faultsOf(display)).toEqual([]);
});

test('the bright first screen is for everybody, on both screens', async () => {
  for (const [width, height] of SIZES) {
    await resizePage(kiosk.app, page, 'self-service', width, height);
    expect(await faultsOf(page, 64), `${width}`).toEqual([]);
  }
});

test('what needs somebody is said to be closed, what does not goes on', async () => {
  await beginVisit(page);
  await page.getByText(/^Petugas ada /).waitFor();
  expect(await page.getByRole('button', { name: words('askForHelp') }).count()).toBe(0);
  const information = page.getByRole('main').getByRole('button', { name: words('menuInformation') });
  await pressUntil(information, page.getByRole('heading', { name: words('informationTitle') }));
  expect(await faultsOf(page, 64)).toEqual([]);
  await pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    page.getByRole('heading', { name: words('dayAndNight') }),
  );
});

test('a camera that goes away, comes back and gives no picture is watched and said', async () => {
  const camera = page.getByRole('listitem').filter({ hasText: words('offer.camera') });
  await camera.getByText(words('offerWorks')).waitFor();
  await pullOut(page);
  await camera.getByText(words('broken.camera')).waitFor();
  await plugIn(page);
  await camera.getByText(words('offerWorks')).waitFor();
  await refuse(page, 'NotReadableError');
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await camera.getByText(words('broken.camera-broken')).waitFor();
  for (const [width, height] of SIZES) {
    await resizePage(kiosk.app, page, 'self-service', width, height);
    expect(await faultsOf(page, 64), `${width}`).toEqual([]);
    await picture(page, `no-camera-by-night-${width}`);
  }
});

test('a printer without paper, and none, is watched and said, with what still works', async () => {
  const paper = page.getByRole('listitem').filter({ hasText: words('offer.paper') });
  await paper.getByText(words('offerWorks')).waitFor();
  await press(tray, 'Habiskan kertas');
  await paper.getByText(words('broken.no-paper')).waitFor();
  await press(tray, 'Isi kertas');
  await paper.getByText(words('offerWorks')).waitFor();
  await press(tray, 'Cabut printer');
  await paper.getByText(words('broken.none')).waitFor();
  expect(await faultsOf(page, 64)).toEqual([]);
  await press(tray, 'Kembali ke jam loket');
  // By day only what is broken is said.
  await page.getByRole('heading', { name: words('welcome') }).waitFor();
  await page
    .getByRole('region', { name: words('worksNot') })
    .getByText(words('broken.none'))
    .waitFor();
  expect(
    await page
      .getByRole('region', { name: words('worksNot') })
      .getByRole('listitem')
      .count(),
  ).toBe(2);
  await counter.getByLabel('PIN', { exact: true }).waitFor();
  await press(tray, 'Pasang printer');
  await page.getByText(words('broken.none')).waitFor({ state: 'detached' });
});

test('the officer sees what ails the camera, since when, and that it is well again', async () => {
  await counter.getByLabel('PIN', { exact: true }).pressSequentially(PRACTICE_PIN, { delay: 60 });
  await press(counter, 'Buka kunci');
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
  await counter.evaluate(() => {
    window.location.hash = '#/devices';
  });
  const camera = counter.getByRole('listitem').filter({ hasText: 'Kamera layar warga' }).first();
  await camera.getByText('Perlu dilihat').waitFor();
  await camera.getByText('Kamera layar warga tidak memberi gambar.').waitFor();
  await camera.getByText(/^Keadaan ini sejak .* WIB\.$/).waitFor();
  expect(await faultsOf(counter)).toEqual([]);
  await picture(counter, 'camera-on-the-device-page');
  await plugIn(page);
  await camera.getByText('Siap', { exact: true }).waitFor();
  await page.getByRole('region', { name: words('worksNot') }).waitFor({ state: 'detached' });
});
