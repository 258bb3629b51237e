import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { missingCase } from '../missing-case.ts';
import { chooseCodePage } from './choose-code-page.ts';
import { toLegible } from './legible-text.ts';
import { PAPER, type PaperWidth } from './paper-width.ts';
import { chooseModuleDots } from './qr-size.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';
import { layOutColumns, wrapText } from './wrap-text.ts';

/** The knife sits about 13 mm past the print head; five lines of 30 dots (19 mm) reach it and leave a bottom margin. */
const FEED_BEFORE_CUT = 5;

const LONGEST_FEED = 20;

/**
 * A document as ESC/POS bytes for a paper width. Pure. The printer is expected in its initial state (the driver
 * sends ESC @ first). Throws `RangeError` when a block cannot fit (QR data too long, image too wide).
 */
export function encodeReceipt(document: ReceiptDocument, paperWidth: PaperWidth): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: PAPER[paperWidth].columns,
    feedBeforeCut: FEED_BEFORE_CUT,
    newline: '\n',
    imageMode: 'raster',
    codepageMapping: 'epson',
    codepageCandidates: ['cp437', 'windows1252'],
  });
  encoder.codepage(chooseCodePage(document));
  for (const block of document.blocks) encodeBlock(encoder, block, paperWidth);
  return encoder.encode();
}

function encodeBlock(encoder: ReceiptPrinterEncoder, block: ReceiptBlock, paperWidth: PaperWidth) {
  const { columns, dots } = PAPER[paperWidth];
  switch (block.kind) {
    case 'text':
      return encodeText(encoder, block, columns);
    case 'columns':
      styled(encoder, block, () => {
        for (const line of layOutColumns(toLegible(block.left), toLegible(block.right), columns))
          encoder.line(line);
      });
      return;
    case 'rule':
      encoder.rule({ style: block.style ?? 'single' });
      return;
    case 'qr': {
      const data = block.data;
      if (/[^\x20-\x7e\xa1-\xff]/.test(data)) throw new RangeError('Expected printable Latin-1 as QR data');
      const size = chooseModuleDots(data.length, dots, block.moduleDots);
      // The printer adds no quiet zone; a line of 30 dots above and below is 4 modules of up to 7 dots.
      encoder
        .newline()
        .align('center')
        .qrcode(data, { model: 2, size, errorlevel: 'm' })
        .align('left')
        .newline();
      return;
    }
    case 'image':
      encodeImage(encoder, block, dots);
      return;
    case 'feed':
      encoder.newline(Math.min(Math.max(1, Math.trunc(block.lines)), LONGEST_FEED));
      return;
    case 'cut':
      encoder.cut('partial');
      return;
    default:
      return missingCase(block);
  }
}

function encodeText(encoder: ReceiptPrinterEncoder, block: ReceiptBlock & { kind: 'text' }, columns: number) {
  const width = block.width ?? 1;
  const hang = toLegible(block.hang ?? '');
  // Letters at the very edge of a black bar are hard to read: it gets a space on each side.
  const edge = block.inverse ? ' ' : '';
  const room = Math.floor(columns / width) - hang.length - 2 * edge.length;
  const lines = wrapText(toLegible(block.text), Math.max(1, room));
  encoder.align(block.align ?? 'left').size(width, block.height ?? 1);
  styled(encoder, block, () => {
    lines.forEach((line, index) => {
      encoder.line((index === 0 ? hang : ' '.repeat(hang.length)) + edge + line + edge);
    });
  });
  encoder.size(1, 1).align('left');
}

function styled(
  encoder: ReceiptPrinterEncoder,
  style: { bold?: boolean; underline?: boolean; inverse?: boolean },
  write: () => void,
) {
  if (style.bold) encoder.bold(true);
  if (style.underline) encoder.underline(true);
  if (style.inverse) encoder.invert(true);
  write();
  if (style.inverse) encoder.invert(false);
  if (style.underline) encoder.underline(false);
  if (style.bold) encoder.bold(false);
}

function encodeImage(
  encoder: ReceiptPrinterEncoder,
  block: ReceiptBlock & { kind: 'image' },
  paperDots: number,
) {
  const { width, height, dots } = block;
  if (width % 8 !== 0 || width < 8 || width > paperDots || height < 1 || dots.length !== width * height) {
    throw new RangeError(`Expected an image of 8 to ${paperDots} dots across, got ${width} by ${height}`);
  }
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [index, dot] of dots.entries()) {
    data.fill(dot === 0 ? 255 : 0, index * 4, index * 4 + 3);
    data[index * 4 + 3] = 255;
  }
  const picture = { data, width, height, colorSpace: 'srgb' as const };
  encoder.align('center').image(picture, { width, height, algorithm: 'threshold' }).align('left');
}
