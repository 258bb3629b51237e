/**
 * A camera as a file: Chromium plays it with `--use-file-for-fake-video-capture`. It opens the file when the camera
 * starts, so a new scene is seen after the page has stopped and started its video track.
 */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Canvas } from '@napi-rs/canvas';
import { canvasLibrary } from '../canvas.ts';
import { type FontFamilies, loadFonts } from '../fonts.ts';
import { CARD_SIZE, drawIdentityCard } from './draw-identity-card.ts';
import { COVER_SIZE, drawPassportCover } from './draw-passport-cover.ts';
import { drawPassportPage, PAGE_SIZE } from './draw-passport-page.ts';
import { drawPortrait } from './draw-portrait.ts';
import { type PrintedPaper, readPrintedPaper } from './draw-printed-paper.ts';
import { drawTable } from './draw-table.ts';
import { createRandom, roundedPath, type SceneContext } from './scene-canvas.ts';
import type { SpecimenPerson } from './specimen-person.ts';
import { type PictureFlaw, spoilPicture } from './spoil-picture.ts';

export type CameraScene =
  | 'empty-table'
  | 'ktp'
  | 'passport-page'
  | 'passport-cover'
  | 'printed-paper'
  | 'face';

/** How the thing lies there; as it should unless said otherwise. */
export interface SceneMatter {
  /** PNG of what the printer gave, for `printed-paper`; without it the table is empty. */
  readonly paper?: Uint8Array | null;
  readonly flaw?: PictureFlaw | 'far' | null;
}

/** What a document camera of 1.2 megapixels gives, and what Chromium is told by the first frame. */
export const CAMERA_SIZE = { width: 1_280, height: 960 } as const;

/** Enough that the noise is seen to move; the file is played in a loop. */
const FRAMES = 4;
const JPEG_QUALITY = 86;
/** Out of 255, either way: the grain of a cheap sensor in a lit room. */
const NOISE = 5;
/**
 * Chromium takes the pictures of a camera file for video of limited range (ITU-R BT.601: black is 16, white 235), and
 * JPEG has the full one. Drawn as they are, white paper would be burnt out on screen.
 */
export const FILM_RANGE = { black: 16, reach: 219 / 255 } as const;
const WALL = '#f4f5f3';
/** Size of a thing that lies too far away, against how it should be. */
const FAR = 0.36;
/** Rim of table around a strip of paper. */
const PAPER_ROOM = { width: 1_180, height: 900 };

/** Writes the scene as motion JPEG (JPEG pictures one after another), replacing the file in one step. */
export async function writeScene(
  path: string,
  scene: CameraScene,
  person: SpecimenPerson,
  matter: SceneMatter = {},
): Promise<void> {
  const frames = await renderScene(scene, person, matter);
  // A camera that is playing has the old file mapped; changing it in place would tear pictures or crash the player.
  const written = `${path}.${randomUUID()}`;
  try {
    await writeFile(written, Buffer.concat(frames));
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** The scene as a still camera sees it: one JPEG of full range, without noise. */
export async function renderStill(
  scene: CameraScene,
  person: SpecimenPerson,
  matter: SceneMatter = {},
): Promise<Uint8Array> {
  return await encodeFrame(await drawnScene(scene, person, matter));
}

/** The scene as JPEG frames that differ only in their noise; the same scene always gives the same frames. */
export async function renderScene(
  scene: CameraScene,
  person: SpecimenPerson,
  matter: SceneMatter = {},
): Promise<readonly Uint8Array[]> {
  const { width, height } = CAMERA_SIZE;
  const canvas = await drawnScene(scene, person, matter);
  const context = canvas.getContext('2d');
  const still = context.getImageData(0, 0, width, height);
  const frames: Uint8Array[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const noisy = context.createImageData(width, height);
    addNoise(still.data, noisy.data, frame);
    context.putImageData(noisy, 0, 0);
    frames.push(await encodeFrame(canvas));
  }
  return frames;
}

async function drawnScene(
  scene: CameraScene,
  person: SpecimenPerson,
  { paper = null, flaw = null }: SceneMatter,
): Promise<Canvas> {
  const canvas = canvasLibrary().createCanvas(CAMERA_SIZE.width, CAMERA_SIZE.height);
  const context = canvas.getContext('2d');
  const printed = scene === 'printed-paper' && paper ? await readPrintedPaper(paper, PAPER_ROOM) : null;
  drawScene(context, { scene, person, printed, size: flaw === 'far' ? FAR : 1 }, loadFonts());
  if (flaw !== null && flaw !== 'far') spoilPicture(context, flaw);
  return canvas;
}

interface Still {
  readonly scene: CameraScene;
  readonly person: SpecimenPerson;
  readonly printed: PrintedPaper | null;
  /** Of the thing, 1 when it fills the picture. */
  readonly size: number;
}

function drawScene(context: SceneContext, { scene, person, printed, size }: Still, fonts: FontFamilies) {
  const { width, height } = CAMERA_SIZE;
  if (scene === 'face') {
    context.fillStyle = WALL;
    context.fillRect(0, 0, width, height);
    drawPortrait(
      context,
      {
        x: (width - height * 0.75 * size) / 2,
        y: height * (1 - size),
        width: height * 0.75 * size,
        height: height * size,
      },
      person,
      WALL,
    );
    return;
  }
  drawTable(context, width, height);
  const put = (paper: { width: number; height: number }, radius: number, angle: number, draw: () => void) =>
    lay(context, { paper, radius, angle, size }, draw);
  if (scene === 'ktp') put(CARD_SIZE, 34, -0.018, () => drawIdentityCard(context, person, fonts));
  if (scene === 'passport-page') put(PAGE_SIZE, 22, 0.012, () => drawPassportPage(context, person, fonts));
  if (scene === 'passport-cover') put(COVER_SIZE, 26, -0.024, () => drawPassportCover(context, fonts));
  if (printed) put(printed, 1, 0.03, () => printed.draw(context));
}

interface Lying {
  readonly paper: { readonly width: number; readonly height: number };
  readonly radius: number;
  readonly angle: number;
  readonly size: number;
}

/** Puts a paper on the middle of the table, a little askew as hands leave it, with its shadow. */
function lay(context: SceneContext, { paper, radius, angle, size }: Lying, draw: () => void) {
  context.save();
  context.translate(CAMERA_SIZE.width / 2, CAMERA_SIZE.height / 2);
  context.rotate(angle);
  context.scale(size, size);
  context.translate(-paper.width / 2, -paper.height / 2);
  context.save();
  context.shadowColor = 'rgba(20, 8, 0, 0.55)';
  context.shadowBlur = 26;
  context.shadowOffsetX = 6;
  context.shadowOffsetY = 12;
  context.fillStyle = '#cccccc';
  roundedPath(context, 0, 0, paper.width, paper.height, radius);
  context.fill();
  context.restore();
  draw();
  context.restore();
}

function addNoise(still: Uint8ClampedArray, noisy: Uint8ClampedArray, frame: number) {
  const random = createRandom(frame + 1);
  for (let at = 0; at < still.length; at += 4) {
    const grain = (random() + random() - 1) * NOISE;
    for (let channel = 0; channel < 3; channel += 1) {
      const seen = (still[at + channel] ?? 0) + grain;
      noisy[at + channel] = FILM_RANGE.black + seen * FILM_RANGE.reach;
    }
    noisy[at + 3] = 255;
  }
}

async function encodeFrame(canvas: Canvas): Promise<Uint8Array> {
  return await canvas.encode('jpeg', JPEG_QUALITY);
}
