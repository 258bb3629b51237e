/** Brightness of a picture, 0 to 255, row by row. */
export interface Grey {
  readonly dots: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** A square part of a picture. */
export interface Tile {
  /** Of its middle, as shares of the picture. */
  readonly x: number;
  readonly y: number;
  /** Variance of the Laplacian: thousands on print in focus, tens on a bare wall or out of focus. */
  readonly detail: number;
  /** Share of burnt-out dots. */
  readonly burnt: number;
}

const BURNT_OUT = 250;

/** Luma of ITU-R BT.601. @param dots RGBA, as `ImageData.data` */
export function toGrey(dots: Uint8ClampedArray, width: number, height: number): Grey {
  const grey = new Float32Array(width * height);
  for (let place = 0; place < grey.length; place += 1) {
    const at = place * 4;
    grey[place] = 0.299 * (dots[at] ?? 0) + 0.587 * (dots[at + 1] ?? 0) + 0.114 * (dots[at + 2] ?? 0);
  }
  return { dots: grey, width, height };
}

/** A picture `times` smaller, each dot the mean of those it stands for. */
export function shrink({ dots, width, height }: Grey, times: number): Grey {
  const small = { width: Math.floor(width / times), height: Math.floor(height / times) };
  const shrunk = new Float32Array(small.width * small.height);
  for (let y = 0; y < small.height * times; y += 1) {
    for (let x = 0; x < small.width * times; x += 1) {
      const to = Math.floor(y / times) * small.width + Math.floor(x / times);
      shrunk[to] = (shrunk[to] ?? 0) + (dots[y * width + x] ?? 0) / (times * times);
    }
  }
  return { dots: shrunk, ...small };
}

export function mean({ dots }: Grey): number {
  let sum = 0;
  for (const value of dots) sum += value;
  return dots.length === 0 ? 0 : sum / dots.length;
}

/** Whole squares of `side` dots; what is left over at the right and below is not looked at. */
export function tilesOf(grey: Grey, side: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let top = 0; top + side <= grey.height; top += side) {
    for (let left = 0; left + side <= grey.width; left += side) tiles.push(tileAt(grey, left, top, side));
  }
  return tiles;
}

function tileAt({ dots, width, height }: Grey, left: number, top: number, side: number): Tile {
  let sum = 0;
  let squares = 0;
  let count = 0;
  let burnt = 0;
  for (let y = Math.max(1, top); y < Math.min(top + side, height - 1); y += 1) {
    for (let x = Math.max(1, left); x < Math.min(left + side, width - 1); x += 1) {
      const at = y * width + x;
      const here = dots[at] ?? 0;
      const around =
        (dots[at - 1] ?? 0) + (dots[at + 1] ?? 0) + (dots[at - width] ?? 0) + (dots[at + width] ?? 0);
      const laplacian = 4 * here - around;
      sum += laplacian;
      squares += laplacian * laplacian;
      count += 1;
      if (here >= BURNT_OUT) burnt += 1;
    }
  }
  const middle = { x: (left + side / 2) / width, y: (top + side / 2) / height };
  if (count === 0) return { ...middle, detail: 0, burnt: 0 };
  return { ...middle, detail: squares / count - (sum / count) ** 2, burnt: burnt / count };
}
