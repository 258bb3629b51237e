import { canvasLibrary } from '../canvas.ts';
import type { SceneContext } from './scene-canvas.ts';

/** What people do wrong in front of a camera. */
export type PictureFlaw = 'blurred' | 'dark' | 'glare';

/** Dots of a scene 1280 wide: lines of print run together, and the large words stay readable. */
const BLUR = 5;
/** How much of the light is left in a room without a lamp. */
const DARK = 'rgba(0, 0, 0, 0.84)';

/** Spoils what is drawn on the canvas, and nothing else. */
export function spoilPicture(context: SceneContext, flaw: PictureFlaw) {
  const { canvas } = context;
  const { width, height } = canvas;
  switch (flaw) {
    case 'dark':
      context.fillStyle = DARK;
      context.fillRect(0, 0, width, height);
      return;
    case 'glare':
      return drawGlare(context, width, height);
    case 'blurred': {
      const sharp = canvasLibrary().createCanvas(width, height);
      sharp.getContext('2d').drawImage(canvas, 0, 0);
      context.filter = `blur(${BLUR}px)`;
      context.drawImage(sharp, 0, 0);
      context.filter = 'none';
      return;
    }
  }
}

/** A lamp reflected in laminate: burnt out in the middle, fading at the rim. */
function drawGlare(context: SceneContext, width: number, height: number) {
  const x = width * 0.56;
  const y = height * 0.5;
  const lamp = context.createRadialGradient(x, y, height * 0.13, x, y, height * 0.34);
  lamp.addColorStop(0, 'rgba(255, 255, 255, 1)');
  lamp.addColorStop(0.4, 'rgba(255, 255, 255, 0.85)');
  lamp.addColorStop(1, 'rgba(255, 255, 255, 0)');
  context.fillStyle = lamp;
  context.fillRect(0, 0, width, height);
}
