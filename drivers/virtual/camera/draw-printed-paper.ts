import { canvasLibrary } from '../canvas.ts';
import type { SceneContext } from './scene-canvas.ts';

/** A receipt and its margins; what hangs above on a longer strip was printed earlier. */
const MOST_ROWS = 1_920;

export interface PrintedPaper {
  readonly width: number;
  readonly height: number;
  /** Drawn at the origin. */
  readonly draw: (context: SceneContext) => void;
}

/**
 * The newest end of a strip of paper, as large as it fits.
 * @param png the strip as the virtual printer gives it
 */
export async function readPrintedPaper(
  png: Uint8Array,
  room: { width: number; height: number },
): Promise<PrintedPaper> {
  const strip = await canvasLibrary().loadImage(png);
  const rows = Math.min(strip.height, MOST_ROWS);
  const scale = Math.min(1, room.height / rows, room.width / strip.width);
  const width = strip.width * scale;
  const height = rows * scale;
  return {
    width,
    height,
    draw: (context) =>
      context.drawImage(strip, 0, strip.height - rows, strip.width, rows, 0, 0, width, height),
  };
}
