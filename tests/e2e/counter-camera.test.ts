import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveBack, liveCamera, openStep, plugIn, pullOut, refuse } from './support/camera-page.ts';
import { serveNewTicket, signIn, startWithoutTicket } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { putUnderCamera } from './support/register.ts';

const TWO_CAMERAS = '--use-fake-device-for-media-stream=device-count=2';

async function openScan(counter: Page): Promise<Locator> {
  await counter.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  return counter.getByRole('dialog', { name: 'Pindai dengan kamera' });
}

async function openPhoto(counter: Page): Promise<Locator> {
  await counter.getByRole('button', { name: 'Ambil foto' }).click();
  return counter.getByRole('dialog', { name: 'Foto pemohon' });
}

async function closeDialog(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('two cameras', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-cameras-'));
  let kiosk: Launched;

  beforeAll(async () => {
    kiosk = await launch({ dataFolder, args: [TWO_CAMERAS] });
    await signIn(kiosk.counter);
  });
  afterAll(async () => {
    await kiosk?.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  test('documents get the best size there is, and either camera can be chosen and turned', async () => {
    const dialog = await openScan(kiosk.counter);
    expect(await liveCamera(dialog)).toEqual({
      label: 'fake_device_0',
      width: 1_920,
      height: 1_080,
      turns: '0',
      scaleX: 1,
    });
    await dialog.getByRole('button', { name: 'fake_device_0' }).click();
    await kiosk.counter.getByRole('menuitemradio', { name: 'fake_device_1' }).click();
    await dialog.getByRole('button', { name: 'fake_device_1' }).waitFor();
    await dialog.getByRole('button', { name: 'Putar kamera' }).click();
    await dialog.locator('video[data-turns="1"]').waitFor();
    expect((await liveCamera(dialog)).label).toBe('fake_device_1');
    await closeDialog(dialog);
  });

  test('the choice outlives a restart, and is one of documents only', async () => {
    await kiosk.close();
    kiosk = await launch({ dataFolder, args: [TWO_CAMERAS] });
    const { counter } = kiosk;
    await signIn(counter);
    const scan = await openScan(counter);
    await scan.getByRole('button', { name: 'fake_device_1' }).waitFor();
    expect(await liveCamera(scan)).toMatchObject({ label: 'fake_device_1', turns: '1' });
    await closeDialog(scan);
    await startWithoutTicket(counter);
    await openStep(counter, 'Foto');
    const photo = await openPhoto(counter);
    expect(await liveCamera(photo)).toEqual({
      label: 'fake_device_0',
      width: 1_280,
      height: 720,
      turns: '0',
      scaleX: -1,
    });
    await closeDialog(photo);
  });

  test('a camera pulled out in the middle is said, and comes back by itself', async () => {
    const { counter } = kiosk;
    const dialog = await openPhoto(counter);
    await liveCamera(dialog);
    await pullOut(counter);
    await dialog.getByText('Kamera terlepas').waitFor();
    await dialog.getByText('Sambungkan lagi kabel kamera.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Ambil gambar' }).isDisabled()).toBe(true);
    await plugIn(counter);
    expect((await liveCamera(dialog)).label).toBe('fake_device_0');
    await dialog.getByRole('button', { name: 'Ambil gambar', disabled: false }).waitFor();
    await closeDialog(dialog);
  });

  test.each([
    ['NotFoundError', 'Kamera tidak ditemukan', 'Sambungkan kamera ke USB', 'cable'],
    ['NotAllowedError', 'Kamera tidak diizinkan', 'Hubungi petugas teknis', 'press'],
    ['NotReadableError', 'Kamera sedang dipakai program lain', 'Tutup program lain', 'nothing'],
  ])('%s has words of its own and a way on', async (name, title, help, needs) => {
    const { counter } = kiosk;
    await refuse(counter, name);
    const dialog = await openPhoto(counter);
    await dialog.getByText(title).waitFor();
    await dialog.getByText(help).waitFor();
    if (needs === 'cable') await plugIn(counter);
    else await giveBack(counter);
    if (needs === 'press') await dialog.getByRole('button', { name: 'Coba lagi' }).click();
    expect((await liveCamera(dialog)).label).toBe('fake_device_0');
    await closeDialog(dialog);
  });
});

describe('the camera of practice mode', () => {
  let kiosk: Launched;
  let tray: Page;

  beforeAll(async () => {
    kiosk = await launch({ tray: true });
    tray = await kiosk.tray();
    await signIn(kiosk.counter);
  });
  afterAll(() => kiosk?.close());

  test('the code of a printed ticket is read from the live picture, and its draft opens', async () => {
    const { counter } = kiosk;
    await serveNewTicket(counter);
    await counter.getByRole('button', { name: 'Simpan dan tutup' }).click();
    const dialog = await openScan(counter);
    await liveCamera(dialog);
    await putUnderCamera(tray, 'printed-paper');
    await dialog.waitFor({ state: 'detached' });
    await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
    await counter.getByRole('button', { name: 'Simpan dan tutup' }).click();
  });

  test('a page may still not compile WebAssembly', async () => {
    const refused = await kiosk.counter.evaluate(() =>
      WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)).then(
        () => 'compiled',
        (error: Error) => error.message,
      ),
    );
    expect(refused).toMatch(/Content Security Policy/);
  });

  test('the screen answers a touch within 100 ms while codes are looked for', async () => {
    const { counter } = kiosk;
    await putUnderCamera(tray, 'ktp');
    const dialog = await openScan(counter);
    await liveCamera(dialog);
    const turn = dialog.getByRole('button', { name: 'Putar kamera' });
    await counter.evaluate(() => {
      const slow: number[] = [];
      Object.assign(window, { touches: slow });
      const type = 'event';
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) if (name === 'pointerup') slow.push(duration);
      }).observe({ type, durationThreshold: 16 } as PerformanceObserverInit);
    });
    for (let touch = 0; touch < 8; touch += 1) await turn.click({ delay: 60 });
    const durations = await counter.evaluate(
      () => (window as unknown as { touches: readonly number[] }).touches,
    );
    process.stdout.write(`touch to paint while scanning: ${durations.join(' ')} ms\n`);
    const sorted = [...durations].sort((left, right) => left - right);
    expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThanOrEqual(100);
    await closeDialog(dialog);
  });

  test.each([
    ['passport-page', 'Sudah jelas'],
    ['empty-table', 'Belum ada yang terlihat.'],
  ] as const)('what is said of %s on the real screen is: %s', async (scene, advice) => {
    const { counter } = kiosk;
    if (!(await counter.getByRole('heading', { level: 1, name: 'Dokumen' }).isVisible())) {
      await startWithoutTicket(counter);
      await openStep(counter, 'Dokumen');
    }
    await putUnderCamera(tray, scene);
    await counter.getByRole('button', { name: 'Ambil gambar Paspor lama: Halaman data' }).click();
    const dialog = counter.getByRole('dialog');
    await dialog.getByText(advice).waitFor();
    await closeDialog(dialog);
  });

  test('a picture is turned as its camera is, and a portrait is never mirrored', async () => {
    const { counter } = kiosk;
    writeFileSync(join(kiosk.dataFolder, 'camera.mjpeg'), redOnTheLeft());
    await counter.getByRole('button', { name: 'Ambil gambar KTP-el: Sisi depan' }).click();
    const document = counter.getByRole('dialog');
    await document.locator('video[data-turns="0"]').waitFor();
    await document.getByRole('button', { name: 'Putar kamera' }).click();
    expect(await take(document)).toEqual({ width: 480, height: 640, red: 'top' });
    await closeDialog(document);
    await openStep(counter, 'Foto');
    expect(await take(await openPhoto(counter))).toEqual({ width: 640, height: 480, red: 'left' });
  });
});

function redOnTheLeft(): Uint8Array {
  const canvas = createCanvas(640, 480);
  const context = canvas.getContext('2d');
  context.fillStyle = '#2040a0';
  context.fillRect(0, 0, 640, 480);
  context.fillStyle = '#c02020';
  context.fillRect(0, 0, 320, 480);
  return canvas.toBuffer('image/jpeg', 90);
}

/** Takes the picture and tells its size and where its red half is. */
async function take(dialog: Locator) {
  await dialog.getByRole('button', { name: 'Ambil gambar' }).click();
  const picture = dialog.locator('img');
  await picture.waitFor();
  return await picture.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const isRed = (x: number, y: number) => {
      const [red = 0, , blue = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
      return red > blue;
    };
    const places = {
      left: isRed(9, height / 2),
      top: isRed(width / 2, 9),
      right: isRed(width - 9, height / 2),
      bottom: isRed(width / 2, height - 9),
    };
    const horizontal = places.left !== places.right;
    const red = horizontal ? (places.left ? 'left' : 'right') : places.top ? 'top' : 'bottom';
    return { width, height, red };
  });
}
