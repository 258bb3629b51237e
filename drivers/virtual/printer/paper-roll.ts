import { blankDots, type Dots, drawDots } from './dots.ts';
import { encodeIndexedPng, type PaletteColour } from './indexed-png.ts';

/** A paper cut off and not yet taken. */
export interface PaperPiece {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The lines of text on it, as printed. */
  readonly text: readonly string[];
  /** What its QR codes say. */
  readonly codes: readonly string[];
}

/** What hangs out of the printer as one picture: the last pieces cut, oldest first, then what is not cut yet. */
export interface PaperStrip {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface PaperRoll {
  readonly dots: number;
  /** Prints a picture as wide as the paper, from the head down. */
  print(picture: Dots, note?: { text?: string; code?: string }): void;
  feed(rows: number): void;
  /** Cuts at the knife, which the paper reaches some way after the head. */
  cut(): void;
  strip(): PaperStrip | null;
  /** How many pieces are cut off and not taken. */
  pieces(): number;
  takePieces(): readonly PaperPiece[];
  /** The last lines of text printed, on whichever paper; the oldest are forgotten past a limit. */
  printedText(): readonly string[];
  /** What the last QR codes printed say, oldest first, on whichever paper. */
  printedCodes(): readonly string[];
  readonly knifeRows: number;
}

interface Stretch {
  readonly rows: readonly Uint8Array[];
  readonly text: readonly string[];
  readonly codes: readonly string[];
}

/** Rows of paper between the print head and the knife: 13 mm on the mechanisms these printers share. */
const KNIFE_ROWS = 104;
/** Rows drawn at a cut so that it can be seen in the strip. */
const CUT_ROWS = 12;
/** The oldest pieces fall on the floor: bounds the memory of a tray nobody empties. */
const MOST_PIECES = 30;
/** A picture of a whole tray takes nearly half a second, in which the station, whose process it is, answers nobody. */
const STRIP_PIECES = 3;
const MOST_LINES = 2_000;
const MOST_CODES = 50;

const PAPER: PaletteColour = [253, 252, 248];
const INK: PaletteColour = [28, 27, 31];
const EDGE: PaletteColour = [176, 172, 164];
const EDGE_INDEX = 2;

/** The strip of paper that comes out of a thermal printer, `dots` of it printable and `margin` on each side. */
export function createPaperRoll(dots: number, margin: number): PaperRoll {
  const width = dots + 2 * margin;
  let rows: Uint8Array[] = [];
  let notes: { row: number; text?: string; code?: string }[] = [];
  let pieces: Stretch[] = [];
  let printed: string[] = [];
  let printedCodes: string[] = [];
  /** Drawn when somebody looks, and again when the paper has changed since. */
  let seen: PaperStrip | null = null;
  feed(KNIFE_ROWS);

  return {
    dots,
    knifeRows: KNIFE_ROWS,
    print(picture, note) {
      seen = null;
      if (note) notes.push({ row: rows.length, ...note });
      if (note?.text !== undefined) printed = [...printed.slice(1 - MOST_LINES), note.text];
      if (note?.code !== undefined) printedCodes = [...printedCodes.slice(1 - MOST_CODES), note.code];
      const line = blankDots(width, picture.height);
      drawDots(line, picture, margin, 0);
      for (let y = 0; y < picture.height; y += 1) rows.push(line.data.subarray(y * width, (y + 1) * width));
    },
    printedText: () => printed,
    printedCodes: () => printedCodes,
    feed,
    cut() {
      const at = rows.length - KNIFE_ROWS;
      if (at <= 0) return;
      seen = null;
      pieces = [...pieces, stretch(at)].slice(-MOST_PIECES);
      rows = rows.slice(at);
      notes = notes.filter((note) => note.row >= at).map((note) => ({ ...note, row: note.row - at }));
    },
    pieces: () => pieces.length,
    strip() {
      if (seen !== null) return seen;
      const hanging = notes.length > 0 ? [stretch(rows.length)] : [];
      const parts = [...pieces.slice(-STRIP_PIECES), ...hanging].map((part) => part.rows);
      if (parts.length === 0) return null;
      const all = parts.flatMap((part, index) => (index === 0 ? part : [...cutEdge(width), ...part]));
      seen = picture(all);
      return seen;
    },
    takePieces() {
      const taken = pieces;
      seen = null;
      pieces = [];
      return taken.map((piece) => ({ ...picture(piece.rows), text: piece.text, codes: piece.codes }));
    },
  };

  function feed(count: number) {
    seen = null;
    for (let row = 0; row < count; row += 1) rows.push(new Uint8Array(width));
  }

  function stretch(end: number): Stretch {
    const on = notes.filter((note) => note.row < end);
    return {
      rows: rows.slice(0, end),
      text: on.flatMap((note) => note.text ?? []),
      codes: on.flatMap((note) => note.code ?? []),
    };
  }

  function picture(lines: readonly Uint8Array[]) {
    const pixels = new Uint8Array(width * lines.length);
    lines.forEach((line, index) => {
      pixels.set(line, index * width);
    });
    const png = encodeIndexedPng(width, lines.length, pixels, [PAPER, INK, EDGE]);
    return { png, width, height: lines.length };
  }
}

/** A dashed line with a bridge in the middle: the partial cut these printers make. */
function cutEdge(width: number): Uint8Array[] {
  return Array.from({ length: CUT_ROWS }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => {
      const onLine = y === CUT_ROWS / 2 || y === CUT_ROWS / 2 - 1;
      const onBridge = Math.abs(x - width / 2) < 8;
      return onLine && !onBridge && x % 12 < 8 ? EDGE_INDEX : 0;
    }),
  );
}
