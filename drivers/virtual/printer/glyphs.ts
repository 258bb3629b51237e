import { canvasLibrary } from '../canvas.ts';
import { loadFonts } from '../fonts.ts';
import type { Dots } from './dots.ts';

/** Character cells of a printer's fonts, as dots. */
export interface GlyphSet {
  readonly cellWidth: number;
  readonly cellHeight: number;
  glyph(character: string, bold: boolean): Dots;
}

/** DejaVu Sans Mono advances 0.602 em and rises 0.928 em above the baseline, measured from its metrics. */
const ADVANCE_EM = 0.602;
const ASCENT_EM = 0.928;

/** A dot burns when at least this much of it (of 255) is covered: thin strokes survive, counters stay open. */
const BURN_LEVEL = 110;

/** Font A is 12 by 24 dots, font B 9 by 17 (Epson TM-T88 and TM-T20 specifications). */
export function createGlyphSet(font: 'A' | 'B'): GlyphSet {
  const [cellWidth, cellHeight] = font === 'A' ? [12, 24] : [9, 17];
  const size = cellWidth / ADVANCE_EM;
  const cache = new Map<string, Dots>();
  return {
    cellWidth,
    cellHeight,
    glyph(character, bold) {
      const key = `${bold}${character}`;
      const known = cache.get(key);
      if (known) return known;
      const dots = bold ? embolden(this.glyph(character, false)) : draw(character);
      cache.set(key, dots);
      return dots;
    },
  };

  function draw(character: string): Dots {
    const family = loadFonts().mono;
    const canvas = canvasLibrary().createCanvas(cellWidth, cellHeight);
    const context = canvas.getContext('2d');
    context.font = `${size}px "${family}"`;
    context.textBaseline = 'alphabetic';
    context.fillText(character, 0, Math.round(size * ASCENT_EM));
    const pixels = context.getImageData(0, 0, cellWidth, cellHeight).data;
    const data = new Uint8Array(cellWidth * cellHeight);
    for (let dot = 0; dot < data.length; dot += 1)
      data[dot] = (pixels[dot * 4 + 3] ?? 0) >= BURN_LEVEL ? 1 : 0;
    return { width: cellWidth, height: cellHeight, data };
  }
}

/** Emphasis as thermal printers make it: the same dots once more, one to the right. */
function embolden(dots: Dots): Dots {
  const data = dots.data.map((dot, index) =>
    dot || (index % dots.width > 0 && dots.data[index - 1]) ? 1 : 0,
  );
  return { ...dots, data };
}
