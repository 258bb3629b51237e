/** Size of a JPEG 2000 image, read before anything large is set aside for it (ISO/IEC 15444-1, A.5.1 and I.4). */
import { malformed } from '../emrtd-error.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

const CODESTREAM_BOX = 0x6a703263;
const START_AND_SIZE = 0xff4fff51;
/** Bytes of the codestream up to the number of components. */
const SIZE_END = 42;
const MOST_BOXES = 64;

/** Throws `malformed`. */
export function jpeg2000Size(format: 'jp2' | 'j2k', bytes: Uint8Array): ImageSize {
  const codestream = format === 'j2k' ? bytes : codestreamOf(bytes);
  if (codestream.length < SIZE_END) throw malformed('A JPEG 2000 image is cut short');
  const view = new DataView(codestream.buffer, codestream.byteOffset, codestream.byteLength);
  if (view.getUint32(0) !== START_AND_SIZE) throw malformed('A JPEG 2000 image does not start with its size');
  return {
    width: view.getUint32(8) - view.getUint32(16),
    height: view.getUint32(12) - view.getUint32(20),
    components: view.getUint16(40),
  };
}

function codestreamOf(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0, box = 0; offset + 8 <= bytes.length && box < MOST_BOXES; box += 1) {
    const length = view.getUint32(offset);
    if (view.getUint32(offset + 4) === CODESTREAM_BOX) return bytes.subarray(offset + 8);
    // A length of 0 runs to the end, 1 announces eight more bytes of length: neither comes before a portrait.
    if (length < 8) break;
    offset += length;
  }
  throw malformed('A JP2 image holds no codestream');
}
