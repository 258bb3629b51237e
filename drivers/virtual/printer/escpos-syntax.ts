/**
 * The syntax of ESC/POS as data: for every prefix and function byte, how many parameter bytes follow, how long the
 * data after them is, and what they mean (Epson ESC/POS command reference). Null: a parameter out of range.
 */
import type { EscPosCommand } from './escpos-command.ts';

export interface CommandSyntax {
  /** Parameter bytes, given those read so far: some commands grow with their first one. */
  readonly parameters: (read: readonly number[]) => number;
  /** Data bytes after the parameters; null when the parameters allow none. */
  readonly dataLength: (parameters: readonly number[]) => number | null;
  readonly build: (parameters: readonly number[], data: Uint8Array) => EscPosCommand | null;
}

/** 576 dots across is 72 bytes; 2400 rows is 30 cm, longer than any picture we print. */
const LARGEST_PICTURE_BYTES = 72 * 2_400;

export const ESC = 0x1b;
export const GS = 0x1d;
export const FS = 0x1c;
export const DLE = 0x10;

export const SYNTAX: Readonly<Record<number, Readonly<Record<string, CommandSyntax>>>> = {
  [ESC]: {
    '@': fixed(0, () => ({ name: 'initialize' })),
    '!': fixed(1, ([flags = 0]) => ({ name: 'print-mode', flags })),
    E: fixed(1, ([n = 0]) => ({ name: 'bold', on: (n & 1) === 1 })),
    G: fixed(1, ([n = 0]) => ({ name: 'bold', on: (n & 1) === 1 })),
    '-': fixed(1, ([n = 0]) => oneOf(n, [0, 1, 2], (dots) => ({ name: 'underline', dots }))),
    a: fixed(1, ([n = 0]) => oneOf(n, ['left', 'center', 'right'], (to) => ({ name: 'align', to }))),
    M: fixed(1, ([n = 0]) => oneOf(n, ['A', 'B'], (font) => ({ name: 'font', font }))),
    t: fixed(1, ([page = 0]) => ({ name: 'code-page', page })),
    '2': fixed(0, () => ({ name: 'line-spacing', dots: null })),
    '3': fixed(1, ([dots = 0]) => ({ name: 'line-spacing', dots })),
    d: fixed(1, ([lines = 0]) => ({ name: 'feed-lines', lines })),
    J: fixed(1, ([dots = 0]) => ({ name: 'feed-dots', dots })),
    '*': {
      parameters: () => 3,
      // 24-dot double density is the only mode our encoder uses.
      dataLength: ([mode, low = 0, high = 0]) => (mode === 33 && high <= 3 ? 3 * (low + 256 * high) : null),
      build: (_, columns) => ({ name: 'column-image', columns }),
    },
  },
  [GS]: {
    '!': fixed(1, ([n = 0]) =>
      (n & 0x88) === 0 ? { name: 'size', width: (n >> 4) + 1, height: (n & 0x0f) + 1 } : null,
    ),
    B: fixed(1, ([n = 0]) => ({ name: 'inverse', on: (n & 1) === 1 })),
    V: {
      parameters: ([mode]) => (mode === 65 || mode === 66 ? 2 : 1),
      dataLength: () => 0,
      build: ([mode = 0, feedDots = 0]) =>
        [0, 1, 48, 49, 65, 66].includes(mode) ? { name: 'cut', feedToKnife: mode >= 65, feedDots } : null,
    },
    a: fixed(1, ([mask = 0]) => ({ name: 'automatic-status', mask })),
    r: fixed(1, ([n = 0]) => oneOf(n - 1, ['paper', 'drawer'], (which) => ({ name: 'send-status', which }))),
    '(': {
      parameters: () => 3,
      dataLength: ([family, low = 0, high = 0]) => (family === 0x6b ? low + 256 * high : null),
      build: (_, data) => buildQr(data),
    },
    v: {
      parameters: () => 6,
      dataLength([zero, scale = 0, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0]) {
        const length = (xLow + 256 * xHigh) * (yLow + 256 * yHigh);
        const known = zero === 0x30 && (scale & 0xcc) === 0;
        return known && length > 0 && length <= LARGEST_PICTURE_BYTES ? length : null;
      },
      build: ([, scale = 0, xLow = 0, xHigh = 0], rows) => ({
        name: 'raster',
        scaleX: (scale & 1) + 1,
        scaleY: ((scale >> 1) & 1) + 1,
        widthBytes: xLow + 256 * xHigh,
        rows,
      }),
    },
  },
  [FS]: { '.': fixed(0, () => ({ name: 'single-byte' })) },
  [DLE]: {
    // Answered on arrival, before the buffer; here it only has to be stepped over.
    '\x04': fixed(1, ([n = 0]) => (n >= 1 && n <= 4 ? { name: 'real-time' } : null)),
  },
};

function fixed(count: number, build: (parameters: readonly number[]) => EscPosCommand | null): CommandSyntax {
  return { parameters: () => count, dataLength: () => 0, build };
}

/** Most parameters count from 0 or, the same thing, from the digit '0'. */
function oneOf<const Value>(
  n: number,
  values: readonly Value[],
  build: (value: Value) => EscPosCommand,
): EscPosCommand | null {
  const value = values[n >= 48 ? n - 48 : n];
  return value === undefined ? null : build(value);
}

/** `GS ( k` for QR codes: cn is 49, then the function. */
function buildQr(data: Uint8Array): EscPosCommand | null {
  const [symbol, functionCode, n = 0] = data;
  if (symbol !== 0x31) return null;
  switch (functionCode) {
    case 0x41:
      return n === 0x32 && data.length === 4 ? { name: 'qr-model' } : null;
    case 0x43:
      return n >= 1 && n <= 16 && data.length === 3 ? { name: 'qr-module', dots: n } : null;
    case 0x45:
      return data.length === 3
        ? oneOf(n, ['L', 'M', 'Q', 'H'] as const, (level) => ({ name: 'qr-level', level }))
        : null;
    case 0x50:
      return n === 0x30 && data.length > 3 ? { name: 'qr-store', data: data.slice(3) } : null;
    case 0x51:
      return n === 0x30 && data.length === 3 ? { name: 'qr-print' } : null;
    default:
      return null;
  }
}
