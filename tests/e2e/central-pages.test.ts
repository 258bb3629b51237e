import AxeBuilder from '@axe-core/playwright';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICER } from '../../central/testing/start-test-central.ts';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { type Browser, openBrowser, SIZES, type Size } from '../browser/open-browser.ts';
import { NOW, type SpecimenDistrict, startSpecimenDistrict } from '../browser/specimen-district.ts';

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

/** A second of a tone, recorded by the very browser as a kiosk's does. */
async function recordTone(): Promise<Buffer> {
  const numbers = await browser.page.evaluate(async () => {
    const context = new AudioContext();
    const [tone, end] = [context.createOscillator(), context.createMediaStreamDestination()];
    tone.connect(end);
    const recorder = new MediaRecorder(end.stream, { mimeType: 'audio/webm;codecs=opus' });
    const pieces: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    tone.addEventListener('ended', () => recorder.stop());
    recorder.start();
    tone.start();
    tone.stop(context.currentTime + 1);
    await stopped;
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
  });
  return Buffer.from(numbers);
}

test('what a citizen showed is seen, and what he said is heard as soon as it has come', async () => {
  const { page } = browser;
  await page.goto(`${district.url}${places.feedback()}`);
  const shown = page.getByRole('article').filter({ hasText: 'Foto saya harus diulang' }).getByRole('img');
  await shown.scrollIntoViewIfNeeded();
  expect(await shown.getAttribute('alt')).toMatch(/^Gambar dari pengaduan AD-/);
  await expect
    .poll(() => shown.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300);
  const code = formatComplaintCode([21, 0, 3, 4, 11, 12, 30, 9]);
  const complaint = {
    code,
    kind: 'complaint',
    text: '',
    media: [],
    sentAt: NOW,
    answer: null,
    answeredAt: null,
  };
  const id = v7();
  const item = { kind: 'complaint', id, revision: 1, complaint };
  const medium = { plain: await recordTone(), contentType: 'audio/webm' };
  await district.station.sendMedium(id, medium, [item]);
  await page.reload();
  const audio = page.getByRole('article').filter({ hasText: code }).locator('audio');
  expect(await audio.getAttribute('aria-label')).toBe(`Rekaman suara dari pengaduan ${code}`);
  await audio.evaluate((element) => (element as HTMLAudioElement).play());
  await expect
    .poll(() => audio.evaluate((element) => (element as HTMLAudioElement).currentTime))
    .toBeGreaterThan(0);
  expect(await findBarriers()).toEqual([]);
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
