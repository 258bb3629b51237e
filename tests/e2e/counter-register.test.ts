import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import {
  goOnEvenSo,
  pressUntil,
  saved,
  serveNewTicket,
  signIn,
  startWithoutTicket,
} from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { paperCount, paperPicture, qrCodeOn, takePaper } from './support/paper.ts';
import { fillApplication, submitApplication } from './support/register.ts';
import { startTestCentralServer, type TestCentral } from './support/test-central.ts';

let central: TestCentral;
let kiosk: Launched;

beforeAll(async () => {
  central = await startTestCentralServer();
  kiosk = await launch({ tray: true, central: central.address });
  await signIn(kiosk.counter);
});

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
});

test('an application goes from its ticket to central, with ticket and receipt on paper', async () => {
  const { counter } = kiosk;
  const tray = await kiosk.tray();
  const [specimen] = loadSpecimens();
  if (!specimen) throw new Error('no specimen citizen');

  const number = await serveNewTicket(counter, async () => {
    expect(await qrCodeOn(await paperPicture(tray))).toMatch(/^TIKET\/[0-9A-F-]{36}$/);
    expect(await paperCount(tray)).toBe(1);
    await takePaper(tray);
  });
  expect(number).toBe('A-001');
  await fillApplication({ counter, tray, specimen });
  // A hurried officer presses twice: one application, one paper.
  const code = await submitApplication(counter, 2);

  expect(await qrCodeOn(await paperPicture(tray))).toBe(code);
  expect(await paperCount(tray)).toBe(1);
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await counter.getByText('Semua sudah terkirim').waitFor();
  await counter.getByText('Tidak ada draf').waitFor();

  const held = await central.held();
  expect(held.map(({ application }) => application.trackingCode)).toEqual([code]);
  expect(held[0]?.arrived.size).toBe(5);
  expect(held[0]?.application.ticketNumber).toBe(number);
  const { 'identity.nik': nik, 'passport.number': passport, 'address.village': village } = specimen.values;
  expect(held[0]?.application.values).toMatchObject({
    'identity.nik': nik,
    'passport.number': passport,
    'address.village': village,
    'contact.phone': '+6281200000101',
  });
});

test('an error stands beside its field, and next leads to the first one', async () => {
  const { counter } = kiosk;
  await startWithoutTicket(counter);
  const number = counter.getByRole('textbox', { name: 'NIK' });
  await number.fill('180404570990990');
  await number.press('Tab');
  await saved(counter);
  await expect.poll(() => number.evaluate(describedBy)).toContain('NIK harus 16 angka.');
  expect(await number.getAttribute('aria-invalid')).toBe('true');

  const alert = counter.getByRole('alert').getByText(/^Masih ada \d+ yang perlu diisi$/);
  await pressUntil(counter.getByRole('button', { name: 'Lanjut', exact: true }), alert);
  const name = counter.getByRole('textbox', { name: 'Nama lengkap' });
  await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await name.evaluate(describedBy)).toContain('Bagian ini perlu diisi.');

  await number.fill('1804045709909901');
  await saved(counter);
  await expect.poll(() => number.getAttribute('aria-invalid')).toBe(null);
});

test('the language changes on the spot, and nothing typed is lost', async () => {
  const { counter } = kiosk;
  await counter.getByRole('textbox', { name: 'Nama lengkap' }).fill('WARNI SPESIMEN');
  await counter.getByRole('button', { name: 'Bahasa: English' }).click();
  await counter.getByRole('heading', { level: 1, name: 'About you' }).waitFor();
  expect(await counter.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await counter.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('WARNI SPESIMEN');
  await counter.getByText('Please fill this in.').first().waitFor();
  await counter.getByRole('button', { name: 'Language: Indonesia' }).click();
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  expect(await counter.getByRole('textbox', { name: 'Nama lengkap' }).inputValue()).toBe('WARNI SPESIMEN');
  await saved(counter);
});

test('going back and home keeps what was filled', async () => {
  const { counter } = kiosk;
  await goOnEvenSo(counter, 'Paspor lama');
  await counter.getByRole('textbox', { name: 'Nomor paspor' }).fill('X9900009');
  await pressUntil(
    counter.getByRole('button', { name: 'Kembali' }),
    counter.getByRole('heading', { level: 1, name: 'Data diri' }),
  );
  expect(await counter.getByRole('textbox', { name: 'Nama lengkap' }).inputValue()).toBe('WARNI SPESIMEN');
  await goOnEvenSo(counter, 'Paspor lama');
  expect(await counter.getByRole('textbox', { name: 'Nomor paspor' }).inputValue()).toBe('X9900009');
  await counter.getByRole('button', { name: 'Simpan dan tutup' }).click();
  await counter.getByRole('button', { name: /^WARNI SPESIMEN/ }).click();
  await counter.getByRole('heading', { level: 1, name: 'Paspor lama' }).waitFor();
  expect(await counter.getByRole('textbox', { name: 'Nomor paspor' }).inputValue()).toBe('X9900009');
});

test('the photo is left for the office, and the review says so', async () => {
  const { counter } = kiosk;
  for (const title of ['Alamat', 'Kontak', 'Jenis paspor', 'Dokumen', 'Foto'])
    await goOnEvenSo(counter, title);
  await pressUntil(
    counter.getByRole('button', { name: 'Selesaikan di kantor' }),
    counter.getByRole('heading', { level: 1, name: 'Tanda tangan' }),
  );
  await counter.getByRole('button', { name: /Foto\s*diselesaikan di kantor imigrasi/ }).waitFor();
  for (const title of ['Persetujuan', 'Periksa']) await goOnEvenSo(counter, title);
  const atOffice = counter.getByText('Diselesaikan nanti di kantor imigrasi:').locator('..');
  await atOffice.getByText('Foto pemohon belum diambil.').waitFor();
  expect(await counter.getByRole('button', { name: 'Kirim permohonan' }).isDisabled()).toBe(true);
});

/** The words a screen reader adds to a field. */
function describedBy(box: Element): string {
  const ids = box.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
