import { canvasLibrary } from '../canvas.ts';
import { drawPortrait } from './draw-portrait.ts';
import type { SpecimenPerson } from './specimen-person.ts';

/** A grey that passport offices ask for. */
const BACKGROUND = '#e9ebee';

export interface PortraitSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

/** A specimen's portrait as a JPEG, nobody's likeness. */
export async function renderPortrait(
  person: Pick<SpecimenPerson, 'nik' | 'sex'>,
  { width, height, quality }: PortraitSize,
): Promise<Uint8Array> {
  const canvas = canvasLibrary().createCanvas(width, height);
  drawPortrait(canvas.getContext('2d'), { x: 0, y: 0, width, height }, person, BACKGROUND);
  return await canvas.encode('jpeg', quality);
}
