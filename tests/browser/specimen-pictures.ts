import { createCanvas } from '@napi-rs/canvas';
import { CARD_SIZE, drawIdentityCard } from '../../drivers/virtual/camera/draw-identity-card.ts';
import { drawPassportPage, PAGE_SIZE } from '../../drivers/virtual/camera/draw-passport-page.ts';
import { drawPortrait } from '../../drivers/virtual/camera/draw-portrait.ts';
import type { SceneContext } from '../../drivers/virtual/camera/scene-canvas.ts';
import type { SpecimenPerson } from '../../drivers/virtual/camera/specimen-person.ts';
import { loadFonts } from '../../drivers/virtual/fonts.ts';

async function draw(
  size: { readonly width: number; readonly height: number },
  paint: (context: SceneContext) => void,
): Promise<Buffer> {
  const canvas = createCanvas(size.width, size.height);
  paint(canvas.getContext('2d'));
  return await canvas.encode('png');
}

/** Identity card, passport page, portrait and signature of an invented person, as PNG. */
export async function drawSpecimenPictures(person: SpecimenPerson): Promise<Buffer[]> {
  const fonts = await loadFonts();
  const portrait = { width: 600, height: 800 };
  return [
    await draw(CARD_SIZE, (context) => drawIdentityCard(context, person, fonts)),
    await draw(PAGE_SIZE, (context) => drawPassportPage(context, person, fonts)),
    await draw(portrait, (context) => drawPortrait(context, { x: 0, y: 0, ...portrait }, person, '#f4f5f3')),
    await draw({ width: 600, height: 240 }, (context) => {
      context.lineWidth = 6;
      context.strokeStyle = '#1d2433';
      context.moveTo(60, 170);
      context.bezierCurveTo(160, -40, 190, 260, 280, 110);
      context.bezierCurveTo(330, 40, 350, 240, 540, 90);
      context.stroke();
    }),
  ];
}
