import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer';
import { decodeCode } from './decode-code.ts';

const CODE = 'LB-7K2M-9XQ4-5';
const require = createRequire(import.meta.url);

function wasm(name: string): ArrayBuffer {
  const bytes = readFileSync(require.resolve(`zxing-wasm/${name}`));
  return new Uint8Array(bytes).buffer;
}

beforeAll(() => {
  prepareZXingModule({ overrides: { wasmBinary: wasm('reader/zxing_reader.wasm') } });
  prepareWriter({ overrides: { wasmBinary: wasm('writer/zxing_writer.wasm') } });
});

/** A code on grey paper, as a camera that is held askew sees it. */
async function photograph(
  format: 'QRCode' | 'Code128' | 'PDF417' | 'Aztec',
  text: string,
  { angle = 0, blur = 0 } = {},
): Promise<ImageData> {
  const { image } = await writeBarcode(text, { format, scale: 4 });
  if (!image) throw new Error('no code was written');
  const code = await loadImage(Buffer.from(await image.arrayBuffer()));
  const context = createCanvas(1_280, 960).getContext('2d');
  context.fillStyle = '#b9b4aa';
  context.fillRect(0, 0, 1_280, 960);
  context.translate(640, 480);
  context.rotate((angle * Math.PI) / 180);
  context.filter = `blur(${blur}px)`;
  context.drawImage(code, -code.width / 2, -code.height / 2);
  const { data, width, height } = context.getImageData(0, 0, 1_280, 960);
  return { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData;
}

test.each(['QRCode', 'Code128', 'PDF417'] as const)('%s is read', async (format) => {
  expect(await decodeCode(await photograph(format, CODE))).toBe(CODE);
});

test.each([{ angle: 7 }, { angle: -18 }, { angle: 90 }, { angle: 180 }, { angle: 4, blur: 1 }])(
  'a QR code is read however it is held: %j',
  async (how) => {
    expect(await decodeCode(await photograph('QRCode', CODE, how))).toBe(CODE);
  },
);

test('an empty picture, another kind of code and a code that says too much are none', async () => {
  const blank = { data: new Uint8ClampedArray(64 * 64 * 4), width: 64, height: 64, colorSpace: 'srgb' };
  expect(await decodeCode(blank as ImageData)).toBeNull();
  expect(await decodeCode(await photograph('Aztec', CODE))).toBeNull();
  expect(await decodeCode(await photograph('QRCode', 'A'.repeat(2_000)))).toHaveLength(2_000);
  expect(await decodeCode(await photograph('QRCode', 'A'.repeat(2_001)))).toBeNull();
});
