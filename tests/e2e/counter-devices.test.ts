import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goOnEvenSo, pressUntil, signIn, startWithoutTicket } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { paperCount, takePaper } from './support/paper.ts';
import { aboutPaper, issueTicket } from './support/printed-ticket.ts';

let kiosk: Launched;
let counter: Page;
let tray: Page;

beforeAll(async () => {
  kiosk = await launch({ tray: true });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
});

afterAll(() => kiosk?.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const about = (number: string) => aboutPaper(counter, number);

/** So many papers come out; they are taken away, so that one more would be seen by the next test. */
async function expectPapers(count: number): Promise<void> {
  await expect.poll(() => paperCount(tray)).toBe(count);
  await takePaper(tray);
}

test.each([
  {
    what: 'the printer is unplugged',
    spoil: 'Cabut printer',
    mend: 'Pasang printer',
    words: 'Printer tidak tersambung. Periksa kabel dan listriknya.',
  },
  {
    what: 'the paper is out',
    spoil: 'Habiskan kertas',
    mend: 'Isi kertas',
    words: 'Kertas habis. Pasang gulungan baru.',
  },
  {
    what: 'the cover is open',
    spoil: 'Buka tutup',
    mend: 'Tutup penutup',
    words: 'Tutup printer terbuka. Tutup rapat.',
  },
])('$what: the number holds, the officer is told, and prints one paper when it is mended', async (given) => {
  await press(tray, given.spoil);
  await tray.getByRole('button', { name: given.mend, exact: true }).waitFor();
  const number = await issueTicket(counter, 'Belum tercetak');
  await press(counter, 'Selesai');
  await about(number).getByText(given.words).waitFor();
  await press(tray, given.mend);
  await tray.getByRole('button', { name: given.spoil, exact: true }).waitFor();
  expect(await paperCount(tray)).toBe(0);
  await about(number).getByRole('button', { name: 'Cetak sekarang' }).click();
  await about(number).waitFor({ state: 'detached' });
  await expectPapers(1);
});

test('the paper ends in the middle of a paper: the officer is told, and it goes on after a new roll', async () => {
  const number = await issueTicket(counter, 'Sudah tercetak', async (dialog) => {
    await dialog.getByText('Sedang dicetak').waitFor();
    await press(tray, 'Habiskan kertas');
    await dialog.getByText('Kertas habis. Buka tutup printer').waitFor();
    await press(tray, 'Isi kertas');
  });
  await press(counter, 'Selesai');
  await expectPapers(1);
  expect(await about(number).count()).toBe(0);
});

test('the cable is pulled in the middle of a paper: asked once, printed again when it did not come out', async () => {
  const number = await issueTicket(counter, 'Belum pasti tercetak', async (dialog) => {
    await dialog.getByText('Sedang dicetak').waitFor();
    await press(tray, 'Cabut printer');
  });
  await press(counter, 'Selesai');
  await press(tray, 'Pasang printer');
  await about(number).getByRole('button', { name: 'Tidak, cetak lagi' }).click();
  await about(number).waitFor({ state: 'detached' });
  // The half one was cut off first, so that no paper carries the data of two citizens.
  await expectPapers(2);
});

/** Whether the shell refuses the camera. */
async function denyCamera(denied: boolean): Promise<void> {
  await kiosk.app.evaluate(({ session }, refuse) => {
    const pages = session.fromPartition('faces');
    pages.setPermissionCheckHandler(() => !refuse);
    pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(!refuse));
  }, denied);
}

test('a camera that may not be used is told, and opens when it may', async () => {
  await startWithoutTicket(counter);
  for (const title of ['Paspor lama', 'Alamat', 'Kontak', 'Jenis paspor', 'Dokumen', 'Foto'])
    await goOnEvenSo(counter, title);
  await denyCamera(true);
  await press(counter, 'Ambil foto');
  const dialog = counter.getByRole('dialog');
  await dialog.getByText('Kamera tidak diizinkan').waitFor();
  expect(await dialog.getByRole('button', { name: 'Ambil gambar', exact: true }).isDisabled()).toBe(true);
  await denyCamera(false);
  await dialog.getByRole('button', { name: 'Coba lagi' }).click();
  await dialog.getByRole('button', { name: 'Ambil gambar', exact: true, disabled: false }).waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
});

test('no camera is told, one that is plugged in is found, and the step can be left for the office', async () => {
  const withoutCamera = () => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    const missing = () => Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
    mediaDevices.getUserMedia = missing;
    mediaDevices.addEventListener('plugged', () => {
      mediaDevices.getUserMedia = real;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    });
  };
  await counter.evaluate(withoutCamera);
  await press(counter, 'Ambil foto');
  const dialog = counter.getByRole('dialog');
  await dialog.getByText('Kamera tidak ditemukan').waitFor();
  await dialog.getByText(/^Sambungkan kamera ke USB/).waitFor();
  await counter.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('plugged')));
  await dialog.getByRole('button', { name: 'Ambil gambar', exact: true, disabled: false }).waitFor();
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await pressUntil(
    counter.getByRole('button', { name: 'Selesaikan di kantor' }),
    counter.getByRole('heading', { level: 1, name: 'Tanda tangan' }),
  );
});
