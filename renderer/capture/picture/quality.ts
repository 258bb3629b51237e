import type { CameraPurpose } from '../../../contract/domain/camera.ts';
import { mean, shrink, type Tile, tilesOf, toGrey } from './tiles.ts';

/** Advice about a picture, in the order in which things must be put right. `good` when there is none. */
export type PictureAdvice = 'too-dark' | 'nothing' | 'glare' | 'cut-off' | 'too-far' | 'blurred' | 'good';

/** Width of the copy that is judged. Print of a card still stands in it, and it takes some milliseconds. */
export const JUDGED_WIDTH = 640;

/** Dots of a tile's side: about a word of print. */
const TILE = 20;
/** How much smaller the copy is in which focus makes no difference, and the side of its tiles. */
const COARSE = 4;
const COARSE_TILE = 10;

/*
 * The limits lie between what was measured on specimen scenes and on the same scenes spoilt:
 * tests/faults/flawed-pictures.test.ts. What was measured on either side stands at each.
 */

/** Mean brightness, of 255. In a room without a lamp 23 to 31, otherwise 118 and more. */
const DARK_BELOW = 55;
/** Coarse detail of a tile where something is. The grain of a table reaches 50; edges, even out of focus, pass 1200. */
const SOMETHING_ABOVE = 300;
/** Share of tiles that may show something by chance, as dust and the edge of the table do. */
const FEW = 0.02;
/** Share of tiles that are white all over. Under a lamp 0.047 and more, white paper in good light 0. */
const GLARE_ABOVE = 0.02;
const BURNT_TILE = 0.95;
/** Share of the picture over which things spread, the longer way. At a third of its size 0.42, as it should be 0.75. */
const FAR_BELOW = 0.55;
/** Detail that the sharpest fifth of the tiles with something reaches. Out of focus at most 42, in focus 1592 and more. */
const SHARP_ABOVE = 300;
const SHARPEST = 0.2;

/**
 * Side of the tiles along the border, in the coarse copy: a fortieth of the picture, less than the table that is seen
 * around a page as it should lie.
 */
const BORDER_TILE = 4;
/** Share of the tiles along one side that show something. Of specimens as they should lie 0, of cut ones 0.17 and more. */
const REACHES_OUT_ABOVE = 0.12;

/**
 * As `judgePicture`, for a document that somebody holds before the camera alone: one that does not fit in the picture is
 * told too. An officer may cut a picture on purpose.
 */
export function judgeWholeDocument(dots: Uint8ClampedArray, width: number, height: number): PictureAdvice {
  const advice = judgePicture(dots, width, height, 'documents');
  if (advice === 'too-dark' || advice === 'nothing' || advice === 'glare') return advice;
  return outermostShare(dots, width, height) > REACHES_OUT_ABOVE ? 'cut-off' : advice;
}

/** Of the four sides, the share of that which shows most. */
function outermostShare(dots: Uint8ClampedArray, width: number, height: number): number {
  const coarse = tilesOf(shrink(toGrey(dots, width, height), COARSE), BORDER_TILE);
  const [xs, ys] = [coarse.map(({ x }) => x), coarse.map(({ y }) => y)];
  const sides = [
    coarse.filter(({ x }) => x === Math.min(...xs)),
    coarse.filter(({ x }) => x === Math.max(...xs)),
    coarse.filter(({ y }) => y === Math.min(...ys)),
    coarse.filter(({ y }) => y === Math.max(...ys)),
  ];
  const shares = sides.map((side) => {
    const shown = side.filter(({ detail }) => detail > SOMETHING_ABOVE).length;
    return side.length === 0 ? 0 : shown / side.length;
  });
  return Math.max(0, ...shares);
}

/**
 * Judges a copy of a frame, `JUDGED_WIDTH` wide.
 * @param dots RGBA, row by row, as `ImageData.data`
 */
export function judgePicture(
  dots: Uint8ClampedArray,
  width: number,
  height: number,
  purpose: CameraPurpose,
): PictureAdvice {
  const grey = toGrey(dots, width, height);
  if (mean(grey) < DARK_BELOW) return 'too-dark';
  const coarse = tilesOf(shrink(grey, COARSE), COARSE_TILE);
  const something = coarse.filter(({ detail }) => detail > SOMETHING_ABOVE);
  if (something.length <= coarse.length * FEW) return 'nothing';
  const tiles = tilesOf(grey, TILE);
  if (glareShare(purpose === 'portrait' ? tiles.filter(isInTheMiddle) : tiles) > GLARE_ABOVE) return 'glare';
  if (spread(something) < FAR_BELOW) return 'too-far';
  const half = (COARSE * COARSE_TILE) / 2;
  const within = tiles.filter(({ x, y }) =>
    something.some((one) => Math.abs(one.x - x) * width < half && Math.abs(one.y - y) * height < half),
  );
  const sharpest = topShare(
    SHARPEST,
    within.map(({ detail }) => detail),
  );
  return sharpest < SHARP_ABOVE ? 'blurred' : 'good';
}

/** The wall behind a face may be as bright as it likes. */
function isInTheMiddle({ x, y }: Tile): boolean {
  return x > 0.25 && x < 0.75 && y > 0.15 && y < 0.85;
}

function glareShare(tiles: readonly Tile[]): number {
  return tiles.length === 0 ? 0 : tiles.filter(({ burnt }) => burnt > BURNT_TILE).length / tiles.length;
}

/** How far the tiles reach, without the outermost twentieth on each side. */
function spread(tiles: readonly Tile[]): number {
  const along = (places: readonly number[]) => topShare(0.05, places) - topShare(0.95, places);
  return Math.max(along(tiles.map(({ x }) => x)), along(tiles.map(({ y }) => y)));
}

/** The value that `share` of the values reach. */
function topShare(share: number, values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((1 - share) * (sorted.length - 1))] ?? 0;
}
