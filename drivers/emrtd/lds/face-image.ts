import { missingCase } from '../../missing-case.ts';
import { decodeDg2 } from './dg2.ts';
import { type DecodedImage, decodeJpeg2000 } from './jpeg2000.ts';

/** The face in a form that can be shown: JPEG as the chip holds it, JPEG 2000 as pixels. */
export type FaceImage =
  | {
      readonly kind: 'jpeg';
      /** As the record's header says; 0 where it does not. */
      readonly width: number;
      readonly height: number;
      readonly bytes: Uint8Array;
    }
  | ({ readonly kind: 'pixels'; readonly from: 'jp2' | 'j2k' } & DecodedImage);

/** Out of DG2. Throws `malformed`, `too-large` or `unsupported`. */
export async function decodeFaceImage(bytes: Uint8Array): Promise<FaceImage> {
  const face = decodeDg2(bytes);
  switch (face.format) {
    case 'jpeg':
      return { kind: 'jpeg', width: face.width, height: face.height, bytes: face.bytes };
    case 'jp2':
    case 'j2k':
      return { kind: 'pixels', from: face.format, ...(await decodeJpeg2000(face)) };
    default:
      return missingCase(face.format);
  }
}
