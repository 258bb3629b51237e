import { CODE_PAGE_437, CODE_PAGE_1252 } from '../../receipt-printer/code-pages.ts';
import { blankDots, type Dots, drawDots, fillDots, invertDots } from './dots.ts';
import type { EscPosCommand } from './escpos-command.ts';
import { createGlyphSet } from './glyphs.ts';
import type { PaperRoll } from './paper-roll.ts';
import { drawQrSymbol } from './qr-symbol.ts';

/** 1/6 inch is 34 dots at 203 dpi; these printers come set to 30, which their manuals call 3.75 mm. */
const DEFAULT_LINE_SPACING = 30;
const TAB_COLUMNS = 8;

interface Settings {
  font: 'A' | 'B';
  bold: boolean;
  underline: number;
  inverse: boolean;
  width: number;
  height: number;
  align: 'left' | 'center' | 'right';
  codePage: number;
  lineSpacing: number;
  qrModule: number;
  qrLevel: 'L' | 'M' | 'Q' | 'H';
  qrData: Uint8Array | null;
}

const INITIAL: Settings = {
  font: 'A',
  bold: false,
  underline: 0,
  inverse: false,
  width: 1,
  height: 1,
  align: 'left',
  codePage: 0,
  lineSpacing: DEFAULT_LINE_SPACING,
  qrModule: 3,
  qrLevel: 'L',
  qrData: null,
};

interface Cell {
  readonly picture: Dots;
  readonly width: number;
  readonly height: number;
  readonly character: string;
}

export interface PrintEngine {
  /** Runs a command that concerns paper; false when the command means nothing here. */
  run(command: EscPosCommand): boolean;
  /** Forgets the line begun and every setting. */
  reset(): void;
}

/** Turns commands into dots on a roll, as the print head would. */
export function createPrintEngine(roll: PaperRoll): PrintEngine {
  const fonts = { A: createGlyphSet('A'), B: createGlyphSet('B') };
  let settings = { ...INITIAL };
  let line: Cell[] = [];

  return { run, reset };

  function reset() {
    settings = { ...INITIAL };
    line = [];
  }

  function run(command: EscPosCommand): boolean {
    switch (command.name) {
      case 'character':
        addCharacter(decode(command.byte, settings.codePage));
        return true;
      case 'tab':
        do addCharacter(' ');
        while (line.length % TAB_COLUMNS !== 0);
        return true;
      case 'line-feed':
        printLine();
        return true;
      case 'initialize':
        reset();
        return true;
      case 'print-mode':
        setPrintMode(command.flags);
        return true;
      case 'bold':
        settings.bold = command.on;
        return true;
      case 'underline':
        settings.underline = command.dots;
        return true;
      case 'inverse':
        settings.inverse = command.on;
        return true;
      case 'size':
        settings.width = command.width;
        settings.height = command.height;
        return true;
      case 'align':
        // Takes effect at the start of a line only.
        if (line.length === 0) settings.align = command.to;
        return true;
      case 'font':
        settings.font = command.font;
        return true;
      case 'code-page':
        settings.codePage = command.page;
        return command.page === 0 || command.page === 16;
      case 'line-spacing':
        settings.lineSpacing = command.dots ?? DEFAULT_LINE_SPACING;
        return true;
      case 'feed-lines':
        if (line.length > 0) printLine();
        roll.feed(settings.lineSpacing * command.lines);
        return true;
      case 'feed-dots':
        if (line.length > 0) printLine();
        roll.feed(command.dots);
        return true;
      case 'cut':
        if (command.feedToKnife) roll.feed(roll.knifeRows + command.feedDots);
        roll.cut();
        return true;
      case 'qr-module':
        settings.qrModule = command.dots;
        return true;
      case 'qr-level':
        settings.qrLevel = command.level;
        return true;
      case 'qr-store':
        settings.qrData = command.data;
        return true;
      case 'qr-print':
        return printQr();
      case 'raster':
        printRaster(command);
        return true;
      case 'column-image':
        addCell('', columnPicture(command.columns), 1, 1);
        return true;
      case 'carriage-return':
      case 'single-byte':
      case 'qr-model':
        return true;
      default:
        return false;
    }
  }

  /** ESC !: bit 0 font B, 3 emphasised, 4 double height, 5 double width, 7 underline. */
  function setPrintMode(flags: number) {
    settings.font = flags & 0x01 ? 'B' : 'A';
    settings.bold = (flags & 0x08) !== 0;
    settings.height = flags & 0x10 ? 2 : 1;
    settings.width = flags & 0x20 ? 2 : 1;
    settings.underline = flags & 0x80 ? 1 : 0;
  }

  function addCharacter(character: string) {
    const glyph = fonts[settings.font].glyph(character, settings.bold);
    const lined = settings.underline > 0 && !settings.inverse ? underlined(glyph, settings.underline) : glyph;
    addCell(character, settings.inverse ? invertDots(lined) : lined, settings.width, settings.height);
  }

  function addCell(character: string, picture: Dots, width: number, height: number) {
    const used = line.reduce((sum, cell) => sum + cell.picture.width * cell.width, 0);
    if (line.length > 0 && used + picture.width * width > roll.dots) printLine();
    line.push({ picture, width, height, character });
  }

  function printLine() {
    const height = Math.max(0, ...line.map((cell) => cell.picture.height * cell.height));
    const width = line.reduce((sum, cell) => sum + cell.picture.width * cell.width, 0);
    const picture = blankDots(roll.dots, Math.max(height, settings.lineSpacing));
    let left = indent(width);
    for (const cell of line) {
      drawDots(
        picture,
        cell.picture,
        left,
        height - cell.picture.height * cell.height,
        cell.width,
        cell.height,
      );
      left += cell.picture.width * cell.width;
    }
    const text = line.map((cell) => cell.character).join('');
    line = [];
    if (height === 0) roll.feed(picture.height);
    else roll.print(picture, { text });
  }

  function printQr(): boolean {
    const symbol = settings.qrData && drawQrSymbol(settings.qrData, settings.qrLevel);
    if (!symbol || !settings.qrData) return false;
    const side = symbol.width * settings.qrModule;
    const picture = blankDots(roll.dots, side);
    // A symbol wider than the paper is not printed at all.
    if (side > roll.dots) return false;
    drawDots(picture, symbol, indent(side), 0, settings.qrModule, settings.qrModule);
    roll.print(picture, { code: String.fromCharCode(...settings.qrData) });
    return true;
  }

  function printRaster(command: EscPosCommand & { name: 'raster' }) {
    const { widthBytes, rows, scaleX, scaleY } = command;
    const source = blankDots(widthBytes * 8, rows.length / widthBytes);
    for (let dot = 0; dot < source.data.length; dot += 1) {
      source.data[dot] = ((rows[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1;
    }
    const picture = blankDots(roll.dots, source.height * scaleY);
    drawDots(picture, source, indent(Math.min(roll.dots, source.width * scaleX)), 0, scaleX, scaleY);
    roll.print(picture, {});
  }

  function indent(width: number): number {
    const room = Math.max(0, roll.dots - width);
    if (settings.align === 'left') return 0;
    return settings.align === 'center' ? Math.floor(room / 2) : room;
  }
}

function underlined(glyph: Dots, thickness: number): Dots {
  const copy = { ...glyph, data: glyph.data.slice() };
  fillDots(copy, 0, glyph.height - thickness, glyph.width, thickness);
  return copy;
}

/** ESC *, 24-dot: three bytes per column, top first. */
function columnPicture(columns: Uint8Array): Dots {
  const picture = blankDots(columns.length / 3, 24);
  for (let x = 0; x < picture.width; x += 1) {
    for (let y = 0; y < 24; y += 1) {
      picture.data[y * picture.width + x] = ((columns[x * 3 + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1;
    }
  }
  return picture;
}

function decode(byte: number, codePage: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  return (codePage === 16 ? CODE_PAGE_1252 : CODE_PAGE_437)[byte - 0x80] ?? ' ';
}
