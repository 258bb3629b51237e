import { createRandom, type SceneContext } from './scene-canvas.ts';
import type { SpecimenPerson } from './specimen-person.ts';

const SKINS = ['#c89470', '#b98260', '#d6a680'] as const;
const SHIRTS = ['#2f5d50', '#31507a', '#7a3b46', '#5d4a7a'] as const;

/**
 * A drawn head and shoulders, nobody's likeness. The head fills about 70 % of the height and looks straight ahead,
 * as passport photographs must (ICAO Doc 9303 part 3, 3.9).
 */
export function drawPortrait(
  context: SceneContext,
  area: { x: number; y: number; width: number; height: number },
  person: Pick<SpecimenPerson, 'nik' | 'sex'>,
  background: string,
) {
  const random = createRandom(Number(person.nik.slice(-6)) || 1);
  const skin = SKINS[Math.floor(random() * SKINS.length)] ?? SKINS[0];
  const shirt = SHIRTS[Math.floor(random() * SHIRTS.length)] ?? SHIRTS[0];
  context.save();
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  context.fillStyle = background;
  context.fillRect(area.x, area.y, area.width, area.height);
  // Drawn on a field of 300 by 400 and scaled to cover the area.
  const scale = Math.max(area.width / 300, area.height / 400);
  context.translate(area.x + (area.width - 300 * scale) / 2, area.y + (area.height - 400 * scale));
  context.scale(scale, scale);
  if (person.sex === 'female') drawVeilBehind(context, shirt);
  drawShoulders(context, shirt, skin);
  drawHead(context, skin);
  if (person.sex === 'female') drawVeil(context, shirt);
  else drawHair(context);
  context.restore();
}

function drawShoulders(context: SceneContext, shirt: string, skin: string) {
  const cloth = context.createLinearGradient(0, 320, 0, 400);
  cloth.addColorStop(0, shirt);
  cloth.addColorStop(1, shade(shirt, -18));
  context.fillStyle = cloth;
  context.beginPath();
  context.moveTo(4, 400);
  context.bezierCurveTo(14, 338, 66, 326, 112, 312);
  context.lineTo(188, 312);
  context.bezierCurveTo(234, 326, 286, 338, 296, 400);
  context.fill();
  context.fillStyle = shade(skin, -22);
  context.beginPath();
  context.moveTo(114, 268);
  context.lineTo(186, 268);
  context.lineTo(190, 318);
  context.quadraticCurveTo(150, 350, 110, 318);
  context.fill();
  context.fillStyle = '#f6f4ef';
  context.beginPath();
  context.moveTo(110, 309);
  context.lineTo(150, 352);
  context.lineTo(128, 372);
  context.lineTo(96, 322);
  context.fill();
  context.beginPath();
  context.moveTo(190, 309);
  context.lineTo(150, 352);
  context.lineTo(172, 372);
  context.lineTo(204, 322);
  context.fill();
}

function drawHead(context: SceneContext, skin: string) {
  context.fillStyle = shade(skin, -10);
  ellipse(context, 66, 196, 13, 24);
  ellipse(context, 234, 196, 13, 24);
  const light = context.createRadialGradient(140, 160, 20, 150, 190, 135);
  light.addColorStop(0, shade(skin, 14));
  light.addColorStop(0.7, skin);
  light.addColorStop(1, shade(skin, -20));
  context.fillStyle = light;
  context.beginPath();
  context.moveTo(68, 160);
  context.bezierCurveTo(66, 40, 234, 40, 232, 160);
  context.bezierCurveTo(236, 232, 206, 300, 150, 304);
  context.bezierCurveTo(94, 300, 64, 232, 68, 160);
  context.fill();
  for (const side of [-1, 1]) drawEye(context, 150 + side * 39, 182, side);
  context.strokeStyle = shade(skin, -38);
  context.lineWidth = 3;
  context.lineCap = 'round';
  curve(context, [146, 190], [138, 226], [140, 232]);
  curve(context, [134, 234], [150, 246], [166, 234]);
  context.fillStyle = '#a4584e';
  context.beginPath();
  context.moveTo(120, 262);
  context.quadraticCurveTo(138, 254, 150, 259);
  context.quadraticCurveTo(162, 254, 180, 262);
  context.quadraticCurveTo(150, 281, 120, 262);
  context.fill();
  context.strokeStyle = '#7d3d37';
  context.lineWidth = 2;
  curve(context, [121, 262], [150, 268], [179, 262]);
}

function drawEye(context: SceneContext, x: number, y: number, side: number) {
  context.fillStyle = '#fbf8f2';
  ellipse(context, x, y, 17, 9.5);
  context.fillStyle = '#3a2417';
  ellipse(context, x, y, 9, 9);
  context.fillStyle = '#0f0906';
  ellipse(context, x, y, 4.5, 4.5);
  context.fillStyle = '#ffffff';
  ellipse(context, x - 3, y - 3.5, 2, 2);
  context.strokeStyle = '#24150d';
  context.lineWidth = 3.2;
  curve(context, [x - 18, y + 1], [x, y - 14], [x + 18, y + 1]);
  context.lineWidth = 6.5;
  context.strokeStyle = '#2a1a12';
  curve(context, [x - side * 18, y - 22], [x + side * 2, y - 31], [x + side * 23, y - 20]);
}

function drawHair(context: SceneContext) {
  context.fillStyle = '#1d1512';
  context.beginPath();
  context.moveTo(64, 178);
  context.bezierCurveTo(48, 30, 252, 30, 236, 178);
  context.bezierCurveTo(232, 150, 228, 132, 214, 118);
  context.bezierCurveTo(176, 126, 122, 116, 92, 114);
  context.bezierCurveTo(76, 130, 70, 150, 64, 178);
  context.fill();
  context.strokeStyle = 'rgba(255, 255, 255, 0.1)';
  context.lineWidth = 5;
  curve(context, [96, 92], [136, 66], [190, 80]);
}

function drawVeilBehind(context: SceneContext, shirt: string) {
  context.fillStyle = shade(shirt, -6);
  context.beginPath();
  context.moveTo(48, 200);
  context.bezierCurveTo(30, 12, 270, 12, 252, 200);
  context.bezierCurveTo(262, 290, 272, 350, 292, 400);
  context.lineTo(8, 400);
  context.bezierCurveTo(28, 350, 38, 290, 48, 200);
  context.fill();
}

function drawVeil(context: SceneContext, shirt: string) {
  const cloth = context.createLinearGradient(40, 0, 260, 0);
  cloth.addColorStop(0, shade(shirt, -8));
  cloth.addColorStop(0.5, shade(shirt, 16));
  cloth.addColorStop(1, shade(shirt, -14));
  context.fillStyle = cloth;
  context.beginPath();
  context.moveTo(44, 210);
  context.bezierCurveTo(28, 8, 272, 8, 256, 210);
  context.bezierCurveTo(262, 300, 280, 350, 296, 400);
  context.lineTo(4, 400);
  context.bezierCurveTo(20, 350, 38, 300, 44, 210);
  // The opening for the face, wound the other way round.
  context.moveTo(80, 186);
  context.bezierCurveTo(76, 250, 108, 292, 150, 298);
  context.bezierCurveTo(192, 292, 224, 250, 220, 186);
  context.bezierCurveTo(222, 84, 78, 84, 80, 186);
  context.fill('evenodd');
  context.strokeStyle = 'rgba(0, 0, 0, 0.2)';
  context.lineWidth = 3;
  curve(context, [120, 300], [180, 330], [250, 320]);
  curve(context, [150, 302], [130, 350], [70, 392]);
}

function ellipse(context: SceneContext, x: number, y: number, radiusX: number, radiusY: number) {
  context.beginPath();
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2);
  context.fill();
}

function curve(
  context: SceneContext,
  from: readonly [number, number],
  bend: readonly [number, number],
  to: readonly [number, number],
) {
  context.beginPath();
  context.moveTo(...from);
  context.quadraticCurveTo(...bend, ...to);
  context.stroke();
}

/** A hex colour made lighter (positive) or darker by `amount` of 255. */
function shade(colour: string, amount: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) + amount);
  return `rgb(${parts.map((part) => Math.max(0, Math.min(255, part))).join(', ')})`;
}
