import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import type { Page } from 'playwright-core';

/** The strip that hangs out of the virtual printer, in its own dots, as a PNG. Waits until one hangs there. */
export async function paperPicture(tray: Page): Promise<Buffer> {
  const picture = hangingPaper(tray);
  await picture.waitFor();
  // Drawn, not fetched: the page may not fetch what it may show.
  const address = await picture.evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** Number of papers that hang out, as the tray says it; 0 when there is none. */
export async function paperCount(tray: Page): Promise<number> {
  if ((await hangingPaper(tray).count()) === 0) return 0;
  const words = await hangingPaper(tray).getAttribute('alt');
  return Number(/\d+/.exec(words ?? '')?.[0] ?? Number.NaN);
}

export async function takePaper(tray: Page): Promise<void> {
  await tray.getByRole('button', { name: 'Ambil kertas' }).click();
  await hangingPaper(tray).waitFor({ state: 'detached' });
}

/** What the QR code on a strip says; null when there is none to be read. */
export async function qrCodeOn(png: Buffer): Promise<string | null> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return jsQr(data, width, height)?.data ?? null;
}

function hangingPaper(tray: Page) {
  return tray.getByRole('region', { name: 'Kertas printer' }).getByRole('img');
}
