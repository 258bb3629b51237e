import { readFile, writeFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { encodeReceipt } from '../../receipt-printer/encode-receipt.ts';
import type { PaperWidth } from '../../receipt-printer/paper-width.ts';
import type { ReceiptBlock } from '../../receipt-printer/receipt-document.ts';
import { createPaperRoll, type PaperPiece } from './paper-roll.ts';
import { createPrinterRig } from './printer-rig.ts';

const CODE = 'https://anjungan.example/t/A-012';

const EVERYTHING: readonly ReceiptBlock[] = [
  { kind: 'text', text: 'ANTREAN SPESIMEN', align: 'center', bold: true },
  { kind: 'text', text: 'A-012', align: 'center', bold: true, width: 4, height: 4 },
  { kind: 'rule', style: 'double' },
  { kind: 'columns', left: 'Layanan', right: 'Penggantian paspor habis masa berlaku' },
  { kind: 'rule' },
  { kind: 'text', text: 'Digarisbawahi, José', underline: true },
  { kind: 'text', text: 'SIMPAN KERTAS INI', align: 'center', inverse: true },
  { kind: 'text', text: 'Siapkan KTP-el dan paspor lama Anda.', hang: '1. ' },
  {
    kind: 'image',
    width: 64,
    height: 16,
    dots: Uint8Array.from({ length: 1_024 }, (_, dot) => ((dot >> 2) ^ (dot >> 8)) & 1),
  },
  { kind: 'qr', data: CODE },
  { kind: 'text', text: 'kanan', align: 'right', height: 2 },
  { kind: 'cut' },
];

async function print(blocks: readonly ReceiptBlock[], paperWidth: PaperWidth): Promise<PaperPiece> {
  const rig = await createPrinterRig({ paperWidth });
  expect(await rig.print(encodeReceipt({ blocks }, paperWidth))).toEqual({ outcome: 'printed' });
  expect(rig.printer.problems).toEqual([]);
  const [piece] = rig.printer.takePaper();
  if (!piece) throw new Error('No paper came out');
  return piece;
}

async function pixels(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

test.each([58, 80] as const)('the paper of %i mm looks as it always did', async (paperWidth) => {
  const piece = await print(EVERYTHING, paperWidth);
  const path = new URL(`pictures/everything-${paperWidth}.png`, import.meta.url);
  if (process.env.UPDATE_PICTURES === '1') await writeFile(path, piece.png);
  const [printed, expected] = [await pixels(piece.png), await pixels(await readFile(path))];
  expect([printed.width, printed.height]).toEqual([expected.width, expected.height]);
  expect(Buffer.compare(Buffer.from(printed.data), Buffer.from(expected.data))).toBe(0);
});

test.each([
  [58, 'A'],
  [58, CODE],
  [58, 'x'.repeat(213)],
  [80, 'LB7K-Q2MX-9'],
] as const)('a phone reads the QR code on %i mm: %s', async (paperWidth, data) => {
  const piece = await print([{ kind: 'qr', data }, { kind: 'cut' }], paperWidth);
  const { data: rgba, width, height } = await pixels(piece.png);
  expect(jsQR(rgba, width, height)?.data).toBe(data);
  expect(piece.codes).toEqual([data]);
});

test('text on paper is text in the record, with its diacritics', async () => {
  const piece = await print([{ kind: 'text', text: 'Nuñez – João Œuvre' }, { kind: 'cut' }], 58);
  expect(piece.text).toEqual(['Nuñez - João Œuvre']);
});

test('the cut falls below the last line and the next paper starts with its own', async () => {
  const rig = await createPrinterRig();
  for (const name of ['SATU', 'DUA']) {
    await rig.print(encodeReceipt({ blocks: [{ kind: 'text', text: name }, { kind: 'cut' }] }, 58));
  }
  expect(rig.printer.paper()).toMatchObject({ width: 464 });
  expect(rig.printer.pieces()).toBe(2);
  expect(rig.printer.takePaper().map((piece) => piece.text)).toEqual([['SATU'], ['DUA']]);
  expect(rig.printer.paper()).toBeNull();
});

test('without enough feed the cut goes through what was just printed', async () => {
  const rig = await createPrinterRig();
  await rig.print(Uint8Array.of(...Buffer.from('SATU\nDUA\n\n\n\n'), 0x1d, 0x56, 0x01));
  expect(rig.printer.takePaper().map((piece) => piece.text)).toEqual([['SATU', 'DUA']]);
  await rig.print(Uint8Array.of(...Buffer.from('TIGA\nEMPAT\n'), 0x1d, 0x56, 0x01));
  expect(rig.printer.takePaper().map((piece) => piece.text)).toEqual([[]]);
});

test('the picture of a full tray is of the last papers, and drawn again only when the paper has changed', () => {
  const roll = createPaperRoll(400, 32);
  const heights = [1, 2, 3, 4, 5].map(() => {
    roll.print({ width: 400, height: 200, data: new Uint8Array(400 * 200).fill(1) });
    roll.feed(roll.knifeRows);
    roll.cut();
    return roll.strip()?.height ?? 0;
  });
  expect(roll.pieces()).toBe(5);
  expect(heights[4]).toBe(heights[3]);
  expect(heights[2]).toBeGreaterThan(heights[1] ?? 0);
  const strip = roll.strip();
  expect(roll.strip()).toBe(strip);
  roll.feed(1);
  expect(roll.strip()).not.toBe(strip);
  expect(roll.takePieces()).toHaveLength(5);
  expect(roll.strip()).toBeNull();
});
