import type { ChipPicture } from '../../contract/station/cards.ts';
import { LARGEST_PICTURE_BYTES } from '../../contract/station/registration.ts';
import type { FaceImage } from '../../drivers/emrtd/lds/face-image.ts';
import { encodePngFile } from '../../drivers/png/png-file.ts';
import { inspectPicture } from '../registration/pictures/inspect-picture.ts';

/** A picture out of a chip that a screen can show. */
export interface ShowablePicture {
  readonly mediaType: ChipPicture['mediaType'];
  /** Pixels, as the picture itself says. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const COLOURS = { 1: 'grey', 3: 'rgb', 4: 'rgba' } as const;

/** JPEG as it is, JPEG 2000 as PNG; null for what is no picture after all, or a monstrous one. */
export function showFace(face: FaceImage): ShowablePicture | null {
  return showPicture(
    face.kind === 'jpeg' ? face.bytes : encodePngFile({ ...face, colour: COLOURS[face.components] }),
  );
}

/** A JPEG or PNG by its own bytes. */
export function showPicture(bytes: Uint8Array): ShowablePicture | null {
  const facts = bytes.length > LARGEST_PICTURE_BYTES ? null : inspectPicture(bytes);
  if (!facts || facts.mediaType === 'image/webp') return null;
  return { mediaType: facts.mediaType, width: facts.width, height: facts.height, bytes };
}

export function toChipPicture({ mediaType, bytes }: ShowablePicture): ChipPicture {
  return { mediaType, base64: Buffer.from(bytes).toString('base64') };
}
