import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { encodePngFile } from './png-file.ts';

async function pixelsOf(png: Uint8Array): Promise<number[]> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(0, 0, image.width, image.height).data];
}

test('another decoder reads the pixels that were written', async () => {
  const rgb = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7);
  const decoded = await pixelsOf(encodePngFile({ width: 2, height: 2, colour: 'rgb', pixels: rgb }));
  expect(decoded).toEqual([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255]);
  const grey = encodePngFile({ width: 3, height: 1, colour: 'grey', pixels: Uint8Array.of(0, 128, 255) });
  expect(await pixelsOf(grey)).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  const rgba = Uint8Array.of(10, 20, 30, 255);
  expect(await pixelsOf(encodePngFile({ width: 1, height: 1, colour: 'rgba', pixels: rgba }))).toEqual([
    ...rgba,
  ]);
});

test('pixels that do not fill the picture are refused', () => {
  const pixels = new Uint8Array(5);
  expect(() => encodePngFile({ width: 2, height: 1, colour: 'rgb', pixels })).toThrow(RangeError);
  expect(() => encodePngFile({ width: 0, height: 1, colour: 'grey', pixels })).toThrow(RangeError);
});
