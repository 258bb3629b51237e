/** JPEG 2000 to pixels, by OpenJPEG compiled to WebAssembly: no browser shows such an image. */
import { EmrtdError, malformed } from '../emrtd-error.ts';
import type { EncodedFace } from './dg2.ts';
import { jpeg2000Size } from './jpeg2000-size.ts';

export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** Grey, RGB or RGBA. */
  readonly components: 1 | 3 | 4;
  /** Eight bits a sample, pixels interleaved, rows from the top without gaps. */
  readonly pixels: Uint8Array;
}

/** Twice what the largest portraits of passports have; bounds memory at some tens of megabytes. */
const MOST_PIXELS = 4_000_000;

/** Throws `malformed`, `too-large` or `unsupported`. */
export async function decodeJpeg2000(face: EncodedFace): Promise<DecodedImage> {
  if (face.format === 'jpeg') throw new EmrtdError('unsupported', 'A JPEG image is no JPEG 2000 image');
  const size = jpeg2000Size(face.format, face.bytes);
  if (size.width < 1 || size.height < 1) throw malformed('A JPEG 2000 image has no size');
  if (size.width * size.height > MOST_PIXELS) {
    throw new EmrtdError('too-large', `The face has ${size.width} × ${size.height} pixels`);
  }
  // Loaded for each image: it holds 50 MB, most passports hold JPEG, and none of it may outlive a broken image.
  const { default: openJpeg } = await import('@cornerstonejs/codec-openjpeg/decodewasmjs');
  const module = await openJpeg({ print: ignore, printErr: ignore });
  const decoder = new module.J2KDecoder();
  try {
    decoder.getEncodedBuffer(face.bytes.length).set(face.bytes);
    decoder.decode();
    const frame = decoder.getFrameInfo();
    const pixels = Uint8Array.from(decoder.getDecodedBuffer());
    const components = frame.componentCount;
    if (frame.width === 0 || pixels.length === 0) throw malformed('A JPEG 2000 image cannot be decoded');
    if (frame.bitsPerSample !== 8 || frame.isSigned || !isPixelLayout(components)) {
      throw new EmrtdError('unsupported', 'The face has samples of an unusual kind');
    }
    if (pixels.length !== frame.width * frame.height * components) {
      throw malformed('A JPEG 2000 image decodes to another size than its own');
    }
    return { width: frame.width, height: frame.height, components, pixels };
  } catch (cause) {
    throw cause instanceof EmrtdError ? cause : malformed('A JPEG 2000 image cannot be decoded', cause);
  } finally {
    decoder.delete();
  }
}

function isPixelLayout(components: number): components is 1 | 3 | 4 {
  return components === 1 || components === 3 || components === 4;
}

/** OpenJPEG talks to the console; what it says is in the result. */
function ignore() {}
