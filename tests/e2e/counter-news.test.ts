import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishCatalog, todayInWib } from '../../central/catalog/catalogs.ts';
import { CODE, RESOURCES, startTestCentral } from '../../central/testing/start-test-central.ts';
import { type Catalog, catalogSchema } from '../../contract/domain/catalog.ts';
import { faultsOf, lostText, resize } from './support/accessibility.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

const MARK = /Ada 3 perubahan aturan sejak kunjungan terakhir Anda/;
/** Folder for pictures of what is new on screen; none are made without it. */
const pictures = process.env.ANJUNGAN_PICTURES;
const screens = [
  { name: 'standing', width: 1080, height: 1920 },
  { name: 'lying', width: 1280, height: 800 },
] as const;
let central: Awaited<ReturnType<typeof startTestCentral>>;
let kiosk: Launched;
let counter: Page;

beforeAll(async () => {
  central = await startTestCentral();
  kiosk = await launch({ central: { url: central.url, enrolmentCode: CODE } });
  counter = kiosk.counter;
}, 90_000);

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
});

function newerCatalog(): Catalog {
  const file = join(RESOURCES, 'catalog.json');
  const catalog = catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [service] = catalog.services;
  const [product] = service?.products ?? [];
  const [requirement] = service?.requirements ?? [];
  if (!service || !product || !requirement) throw new Error('the catalog lost its first service');
  const today = todayInWib(Date.now());
  const fee = { ...product.fee, amount: 350_000 };
  const letter = {
    ...requirement,
    key: 'hall-letter',
    name: { id: 'Surat pengantar pekon', en: 'Letter of the village hall' },
    explanation: { id: 'Diminta di balai pekon.', en: 'Asked for at the village hall.' },
    pages: [{ key: 'hall-letter.page', name: { id: 'Halaman', en: 'Page' } }],
  };
  return {
    ...catalog,
    version: catalog.version + 1,
    issuedOn: today,
    effectiveFrom: today,
    services: catalog.services.map((each) =>
      each.key === service.key
        ? {
            ...each,
            products: each.products.map((one) => (one.key === product.key ? { ...one, fee } : one)),
            requirements: [...each.requirements, letter],
          }
        : each,
    ),
    notices: [
      ...catalog.notices,
      {
        key: 'mobile-visit',
        text: { id: 'Kunjungan keliling bulan depan.', en: 'Mobile visit next month.' },
        from: today,
      },
    ],
  };
}

async function look(name: string): Promise<void> {
  for (const { name: screen, width, height } of screens) {
    await resize(kiosk, width, height);
    expect(await faultsOf(counter)).toEqual([]);
    if (name !== 'home') expect(await lostText(counter)).toEqual([]);
    if (pictures) await counter.screenshot({ path: join(pictures, `${name}-${screen}.png`) });
  }
}

const leave = async () => await counter.getByRole('button', { name: /^Keluar/ }).click();
const mark = () => counter.getByText(MARK);
const goHome = async () => await counter.getByRole('button', { name: 'Beranda' }).click();

test('a first visit marks nothing', async () => {
  await signIn(counter, 'Melinda Pesagi');
  await leave();
  await signIn(counter, 'Rizal Way Besai');
  await counter.getByText('Internet tersambung').waitFor();
  await counter.getByRole('button', { name: 'Informasi', exact: true }).click();
  await counter.getByText('Tidak ada perubahan aturan sejak kunjungan terakhir Anda').waitFor();
  await look('information');
  await counter.getByRole('textbox', { name: 'Cari informasi' }).pressSequentially('biaya', { delay: 50 });
  await counter.getByRole('region', { name: 'Hasil pencarian' }).getByRole('button').first().click();
  await counter.getByRole('heading', { level: 2, name: 'Biaya' }).waitFor();
  expect(await counter.evaluate(() => document.activeElement?.textContent)).toBe('Biaya');
  await counter.getByRole('button', { name: 'Semua informasi' }).click();
  await goHome();
}, 90_000);

test('a newer catalog is marked at once, with old and new, until the officer says to have read it', async () => {
  await publishCatalog(central.database, newerCatalog(), Date.now());
  await counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await goHome();
  await mark().waitFor();
  await look('home');
  await counter.getByRole('button', { name: 'Baca perubahan' }).click();
  const news = counter.getByRole('region', { name: MARK });
  const fee = news.getByRole('listitem').filter({ hasText: 'Paspor elektronik 5 tahun' });
  await expect.poll(() => fee.textContent()).toMatch(/DuluRp\s650\.000SekarangRp\s350\.000/);
  await expect.poll(() => fee.textContent()).toContain('Berlaku sejak');
  await news.getByText('Surat pengantar pekon').waitFor();
  await news.getByText('Kunjungan keliling bulan depan.').waitFor();
  await look('news');

  await counter.getByRole('button', { name: /Penggantian paspor habis masa berlaku/ }).click();
  const product = counter.getByRole('listitem').filter({ hasText: 'Paspor elektronik 5 tahun' });
  await product.getByText('Berubah').waitFor();
  const letter = counter.getByRole('listitem').filter({ hasText: 'Surat pengantar pekon' });
  await letter.getByText('Baru', { exact: true }).waitFor();
  await look('service');
  await counter.getByRole('button', { name: 'Cetak untuk warga' }).click();
  await counter.getByText('Sudah tercetak').waitFor();
  await look('service-printed');
  await counter.getByRole('button', { name: 'Semua informasi' }).click();
  await counter.getByRole('button', { name: /^Pengumuman/ }).click();
  await counter.getByRole('listitem').filter({ hasText: 'Kunjungan keliling' }).getByText('Baru').waitFor();
  await look('notices');

  // Having seen it is not having said so.
  await leave();
  await signIn(counter, 'Rizal Way Besai');
  await mark().waitFor();
  await counter.getByRole('button', { name: 'Baca perubahan' }).click();
  await counter.getByRole('button', { name: 'Sudah saya baca' }).click();
  await counter.getByText('Tidak ada perubahan aturan sejak kunjungan terakhir Anda').waitFor();
  await goHome();
  expect(await mark().count()).toBe(0);
}, 120_000);

test('it stays read when the station starts again, and is still new for another officer', async () => {
  process.kill(await kiosk.stationPid(), 'SIGKILL');
  await signIn(counter, 'Rizal Way Besai');
  await counter.getByRole('button', { name: 'Informasi', exact: true }).click();
  await counter.getByText('Tidak ada perubahan aturan sejak kunjungan terakhir Anda').waitFor();
  await goHome();
  expect(await mark().count()).toBe(0);
  await leave();
  await signIn(counter, 'Melinda Pesagi');
  await mark().waitFor();
}, 90_000);
