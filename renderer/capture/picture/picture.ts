import type { CameraPurpose, QuarterTurns } from '../../../contract/domain/camera.ts';
import { bestPictureSize } from '../camera/resolution.ts';
import { JUDGED_WIDTH, judgePicture, judgeWholeDocument, type PictureAdvice } from './quality.ts';

/** A picture that is not sent yet. */
export interface Picture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture in its own dots. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** At this quality a page of 1280 dots stays near 250 kB and its smallest print readable. */
const JPEG_QUALITY = 0.85;

type Source = HTMLVideoElement | ImageBitmap;

function sizeOf(source: Source): { width: number; height: number } {
  return source instanceof ImageBitmap
    ? { width: source.width, height: source.height }
    : { width: source.videoWidth, height: source.videoHeight };
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no drawing context');
  return context;
}

async function toPicture(canvas: OffscreenCanvas): Promise<Picture> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return { blob, width: canvas.width, height: canvas.height };
}

/** The frame on screen now, in its full size, turned upright and never mirrored. */
export async function takePicture(video: HTMLVideoElement, turns: QuarterTurns): Promise<Picture> {
  return await drawTurned(video, turns);
}

/** What a still camera took, no larger than the purpose needs, and what is to be said of it. */
export async function toStillPicture(
  blob: Blob,
  purpose: CameraPurpose,
): Promise<{ readonly picture: Picture; readonly advice: PictureAdvice }> {
  const bitmap = await createImageBitmap(blob);
  try {
    const { width, height } = bestPictureSize(purpose, bitmap);
    const canvas = new OffscreenCanvas(width, height);
    contextOf(canvas).drawImage(bitmap, 0, 0, width, height);
    return { picture: await toPicture(canvas), advice: judgeFrame(bitmap, purpose) };
  } finally {
    bitmap.close();
  }
}

export function judgeFrame(source: Source, purpose: CameraPurpose): PictureAdvice {
  const { dots, width, height } = smallCopy(source);
  return judgePicture(dots, width, height, purpose);
}

/** As `judgeFrame`, for a document that has to be whole in the picture. */
export function judgeWholeFrame(source: Source): PictureAdvice {
  const { dots, width, height } = smallCopy(source);
  return judgeWholeDocument(dots, width, height);
}

/** What is judged of a frame. */
function smallCopy(source: Source) {
  const { width, height } = sizeOf(source);
  const small = { width: JUDGED_WIDTH, height: Math.max(1, Math.round((JUDGED_WIDTH * height) / width)) };
  const canvas = new OffscreenCanvas(small.width, small.height);
  const context = contextOf(canvas);
  context.drawImage(source, 0, 0, small.width, small.height);
  const { data } = context.getImageData(0, 0, small.width, small.height);
  return { dots: data, ...small };
}

/** A quarter turn to the right. */
export async function turnPicture({ blob }: Picture): Promise<Picture> {
  const bitmap = await createImageBitmap(blob);
  const turned = await drawTurned(bitmap, 1);
  bitmap.close();
  return turned;
}

async function drawTurned(source: Source, turns: QuarterTurns): Promise<Picture> {
  const { width, height } = sizeOf(source);
  const upright = turns % 2 === 0;
  const canvas = new OffscreenCanvas(upright ? width : height, upright ? height : width);
  const context = contextOf(canvas);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(source, -width / 2, -height / 2);
  return await toPicture(canvas);
}

export async function cropPicture({ blob }: Picture, area: Area): Promise<Picture> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(area.width)),
    Math.max(1, Math.round(area.height)),
  );
  contextOf(canvas).drawImage(bitmap, -Math.round(area.x), -Math.round(area.y));
  bitmap.close();
  return await toPicture(canvas);
}
