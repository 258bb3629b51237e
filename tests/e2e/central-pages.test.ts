import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICER } from '../../central/testing/start-test-central.ts';
import { type Browser, openBrowser, SIZES, type Size } from '../browser/open-browser.ts';
import { type SpecimenDistrict, startSpecimenDistrict } from '../browser/specimen-district.ts';

let district: SpecimenDistrict;
let browser: Browser;

beforeAll(async () => {
  district = await startSpecimenDistrict(60);
  browser = await openBrowser();
  await browser.page.goto(`${district.url}/petugas/masuk`);
  await browser.page.getByLabel('Nama petugas').fill(OFFICER.name);
  await browser.page.getByLabel('Kata sandi').fill(OFFICER.secret);
  await browser.page.getByRole('button', { name: 'Masuk' }).click();
  await browser.page.getByRole('heading', { name: 'Daftar kerja' }).waitFor();
});
afterAll(async () => {
  expect(district.failures).toEqual([]);
  await browser.close();
  await district.close();
});

const places = {
  'sign-in': () => '/petugas/masuk',
  'work list': () => '/petugas',
  application: () => `/petugas/permohonan/${district.fresh.id}`,
  collective: () => '/petugas/kolektif?wilayah=18.04.04',
  dashboard: () => '/petugas/dasbor',
  feedback: () => '/petugas/masukan',
  'carried files': () => '/petugas/kiriman',
  'empty status': () => '/status',
  status: () => `/status?code=${district.trackingCode}`,
  'English status': () => `/status?lang=en&code=${district.trackingCode}`,
  'unknown code': () => '/status?code=LB-0000-0000-1',
} as const;
const sizes = Object.keys(SIZES) as Size[];
const cases = sizes.flatMap((size) => Object.entries(places).map(([name, path]) => ({ size, name, path })));

async function findBarriers() {
  const { violations } = await new AxeBuilder({ page: browser.page as never }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

test('what is looked for would be found', async () => {
  await browser.page.goto(`${district.url}/status`);
  await browser.page.evaluate(() => document.querySelector('label')?.remove());
  expect((await findBarriers()).map(([id]) => id)).toContain('label');
});

test.each(cases)('$name on a $size: no barrier axe finds, and nothing sticks out', async ({ size, path }) => {
  await browser.resize(size);
  await browser.page.goto(`${district.url}${path()}`);
  for (const summary of await browser.page.locator('summary').all()) await summary.click();
  expect(await findBarriers()).toEqual([]);
  const overflow = await browser.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('pictures are opened for the officer, and the policy lets everything of ours through', async () => {
  const refused: string[] = [];
  browser.page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await browser.page.goto(`${district.url}${places.application()}`);
  const widths = await browser.page
    .locator('.pictures img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toHaveLength(4);
  for (const width of widths) expect(width).toBeGreaterThan(100);
  expect(await browser.page.evaluate(() => document.fonts.check('16px "Plus Jakarta Sans Variable"'))).toBe(
    true,
  );
  expect(refused).toEqual([]);
});

test('an officer checks, sends back with remarks beside the fields, then schedules; the citizen sees it', async () => {
  const { page } = browser;
  await browser.resize('desktop');
  await page.goto(`${district.url}${places.application()}`);
  await page.getByRole('button', { name: 'Mulai periksa' }).click();
  await page.getByRole('status').getByText('Tersimpan').waitFor();
  await page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click();
  await page.getByRole('alert').getByText('paling sedikit satu catatan').waitFor();
  await page.getByLabel('Catatan untuk NIK').fill('Cocokkan dengan KTP-el');
  await page.getByLabel('Catatan untuk Pas foto').fill('Buram');
  await page.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click();
  await page.getByRole('status').getByText('Tersimpan').waitFor();
  expect(await page.getByLabel('Catatan untuk Pas foto').inputValue()).toBe('Buram');
  await page.getByLabel('Tanggal', { exact: true }).fill('2026-12-02');
  await page.getByLabel('Jam (WIB)').fill('13:30');
  await page.getByRole('button', { name: 'Simpan jadwal' }).click();
  await page.getByText('Rabu, 2 Desember 2026').waitFor();
  await page.goto(`${district.url}/status?code=${district.fresh.trackingCode}`);
  await page.getByText('Rabu, 2 Desember 2026').waitFor();
  expect(await page.getByText('SPESIMEN').count()).toBe(0);
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('Wednesday, 2 December 2026').waitFor();
});

test('the list is narrowed by what is chosen, and a code opens its application', async () => {
  const { page } = browser;
  await page.goto(`${district.url}/petugas`);
  await page.getByLabel('Pekon pemohon').selectOption({ label: 'Kubu Perahu' });
  await page.getByLabel('Tahap').selectOption('scheduled');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  const row = page.getByRole('row', { name: 'SITI SPESIMEN RAHAYU' });
  await row.waitFor();
  expect(await row.textContent()).toContain('Kubu Perahu, Kec. Balik Bukit');
  await page.getByLabel('Cari kode pelacakan').fill(district.fresh.trackingCode.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'SITI SPESIMEN RAHAYU' }).waitFor();
});

test('a complaint is answered, and the page says that its kiosk will be told', async () => {
  const { page } = browser;
  await page.goto(`${district.url}${places.feedback()}`);
  const complaint = page.getByRole('article').filter({ hasText: 'Antrean hari Senin' });
  await complaint.getByLabel('Keadaan').selectOption({ label: 'Sudah dijawab' });
  await complaint.getByRole('button', { name: 'Simpan dan kirim ke kiosk' }).click();
  await page.getByRole('alert').getByText('Tulis jawabannya dulu.').waitFor();
  await complaint.getByLabel('Keadaan').selectOption({ label: 'Sudah dijawab' });
  await complaint.getByLabel('Jawaban kantor').fill('Loket kedua dibuka setiap Senin.');
  await complaint.getByRole('button', { name: 'Simpan dan kirim ke kiosk' }).click();
  await page.getByRole('status').getByText('Tersimpan').waitFor();
  expect(await complaint.textContent()).toContain('Sudah dijawab');
});

test('who is not ticked is not printed', async () => {
  const { page } = browser;
  await page.goto(`${district.url}${places.collective()}`);
  const boxes = page.getByRole('checkbox');
  const all = await boxes.count();
  await boxes.first().uncheck();
  await page.emulateMedia({ media: 'print' });
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBe(all);
  expect(await rows.first().isVisible()).toBe(false);
  expect(await rows.nth(1).isVisible()).toBe(true);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByText('Peratin / penanggung jawab').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});

test('without a mouse: the skip link, the menu and signing out', async () => {
  const { page } = browser;
  await page.goto(`${district.url}/petugas/dasbor`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  // A window that has just opened may not have the keyboard yet.
  const tabToSkipLink = async () => {
    await page.keyboard.press('Tab');
    return await focused();
  };
  await expect.poll(tabToSkipLink).toBe('Langsung ke isi');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Daftar kerja');
  const menu = await page.getByRole('navigation').getByRole('link').count();
  for (let step = 0; step < menu; step += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Keluar');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Masuk petugas imigrasi' }).waitFor();
  await page.goto(`${district.url}${places.application()}`);
  await page.getByRole('heading', { name: 'Masuk petugas imigrasi' }).waitFor();
});
