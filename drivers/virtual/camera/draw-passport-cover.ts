import type { FontFamilies } from '../fonts.ts';
import { roundedPath, type SceneContext } from './scene-canvas.ts';

/** 88 by 125 mm upright, in the dots it takes up under the camera. */
export const COVER_SIZE = { width: 600, height: 852 } as const;

const GOLD = '#d9b968';

/** A passport cover for training: a sun in place of the state emblem. Drawn at the origin. */
export function drawPassportCover(context: SceneContext, fonts: FontFamilies) {
  const { width, height } = COVER_SIZE;
  context.save();
  roundedPath(context, 0, 0, width, height, 26);
  context.clip();
  const leather = context.createLinearGradient(0, 0, width, height);
  leather.addColorStop(0, '#1f6a62');
  leather.addColorStop(0.5, '#185850');
  leather.addColorStop(1, '#10433e');
  context.fillStyle = leather;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'rgba(0, 0, 0, 0.22)';
  context.fillRect(0, 0, 18, height);
  context.fillStyle = GOLD;
  context.strokeStyle = GOLD;
  context.textAlign = 'center';
  context.font = `bold 46px "${fonts.sans}"`;
  context.fillText('REPUBLIK', width / 2, 128);
  context.fillText('INDONESIA', width / 2, 184);
  drawSun(context, width / 2, 390);
  context.font = `bold 54px "${fonts.sans}"`;
  context.fillText('PASPOR', width / 2, 628);
  context.font = `34px "${fonts.sans}"`;
  context.fillText('PASSPORT', width / 2, 680);
  drawChipSymbol(context, width / 2, 736);
  context.font = `bold 26px "${fonts.sans}"`;
  context.fillText('S P E S I M E N', width / 2, 818);
  context.restore();
}

function drawSun(context: SceneContext, x: number, y: number) {
  context.lineWidth = 6;
  for (let ray = 0; ray < 17; ray += 1) {
    const angle = (ray / 17) * Math.PI * 2 - Math.PI / 2;
    context.beginPath();
    context.moveTo(x + Math.cos(angle) * 88, y + Math.sin(angle) * 88);
    context.lineTo(x + Math.cos(angle) * 128, y + Math.sin(angle) * 128);
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, 70, 0, Math.PI * 2);
  context.fill();
}

/** The mark of a passport with a chip (Doc 9303 part 9, 2.3): a bar, a circle and a bar. */
function drawChipSymbol(context: SceneContext, x: number, y: number) {
  context.lineWidth = 4;
  context.strokeRect(x - 38, y - 22, 76, 44);
  context.beginPath();
  context.moveTo(x - 38, y);
  context.lineTo(x - 14, y);
  context.moveTo(x + 14, y);
  context.lineTo(x + 38, y);
  context.stroke();
  context.beginPath();
  context.arc(x, y, 13, 0, Math.PI * 2);
  context.stroke();
}
