import type { SKRSContext2D } from '@napi-rs/canvas';

export type SceneContext = SKRSContext2D;

/** Repeats the same numbers for the same seed, from 0 to 1, so that pictures come out the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // mulberry32, public domain
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function roundedPath(
  context: SceneContext,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
) {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

/** Writes text no wider than `width` by shrinking the letters, as card printers do. */
export function fitText(context: SceneContext, text: string, x: number, y: number, width: number) {
  const needed = context.measureText(text).width;
  context.save();
  context.translate(x, y);
  if (needed > width) context.scale(width / needed, 1);
  context.fillText(text, 0, 0);
  context.restore();
}

/** The fine waves of security printing. */
export function drawWaves(
  context: SceneContext,
  area: { x: number; y: number; width: number; height: number },
  colour: string,
  phase: number,
) {
  context.save();
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  for (let line = -4; line < area.height / 9 + 4; line += 1) {
    context.beginPath();
    for (let x = 0; x <= area.width; x += 8) {
      const swing = Math.sin(x / 70 + phase + line / 5) * 16 + Math.sin(x / 23 + line / 2) * 4;
      context.lineTo(area.x + x, area.y + line * 9 + swing);
    }
    context.stroke();
  }
  context.restore();
}

/** The word that says at a glance that a paper is nobody's. */
export function drawSpecimenMark(
  context: SceneContext,
  x: number,
  y: number,
  size: number,
  angle: number,
  sans: string,
) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.font = `bold ${size}px "${sans}"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = size / 26;
  context.fillStyle = 'rgba(196, 30, 42, 0.12)';
  context.strokeStyle = 'rgba(196, 30, 42, 0.34)';
  context.fillText('SPESIMEN', 0, 0);
  context.strokeText('SPESIMEN', 0, 0);
  context.restore();
}
