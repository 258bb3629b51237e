/** A black and white picture, one byte per dot, 1 is black, row by row. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function blankDots(width: number, height: number): Dots {
  return { width, height, data: new Uint8Array(width * height) };
}

/** Draws `source` into `target` enlarged by whole factors; what falls outside is lost, as at the paper's edge. */
export function drawDots(target: Dots, source: Dots, left: number, top: number, scaleX = 1, scaleY = 1) {
  for (let y = 0; y < source.height * scaleY; y += 1) {
    const row = top + y;
    if (row < 0 || row >= target.height) continue;
    const sourceRow = Math.floor(y / scaleY) * source.width;
    for (let x = 0; x < source.width * scaleX; x += 1) {
      const column = left + x;
      if (column < 0 || column >= target.width) continue;
      if (source.data[sourceRow + Math.floor(x / scaleX)]) target.data[row * target.width + column] = 1;
    }
  }
}

export function fillDots(target: Dots, left: number, top: number, width: number, height: number) {
  for (let y = Math.max(0, top); y < Math.min(target.height, top + height); y += 1) {
    target.data.fill(
      1,
      y * target.width + Math.max(0, left),
      y * target.width + Math.min(target.width, left + width),
    );
  }
}

export function invertDots(dots: Dots): Dots {
  return { ...dots, data: dots.data.map((dot) => 1 - dot) };
}
