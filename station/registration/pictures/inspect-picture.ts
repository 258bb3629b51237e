import type { Attachment } from '../../../contract/domain/draft.ts';

export type PictureFacts = Pick<Attachment, 'mediaType' | 'width' | 'height'>;

/**
 * Kind and size of a picture by its own bytes, never by what the sender says; null for anything that is not a JPEG, PNG or
 * WebP. Only headers are read: nothing is decoded here, so a hostile picture has nothing to attack.
 */
export function inspectPicture(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facts = readPng(view) ?? readJpeg(view) ?? readWebp(view);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
}

function ascii(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return '';
  return String.fromCharCode(...Array.from({ length }, (_, place) => view.getUint8(at + place)));
}

/** PNG (W3C, third edition) §5.2 signature and §11.2.1 IHDR, which is always first. */
function readPng(view: DataView): PictureFacts | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return null;
  if (ascii(view, 12, 4) !== 'IHDR') return null;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** JPEG (ITU-T T.81) Annex B: segments up to the frame header, which holds height and width (§B.2.2). */
function readJpeg(view: DataView): PictureFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrameHeader(marker))
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which share the range (T.81 table B.1). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** WebP container (RFC 9649 §2.4-2.7): lossy, lossless and extended files keep their size in three places. */
function readWebp(view: DataView): PictureFacts | null {
  if (view.byteLength < 30 || ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP') return null;
  const facts = (width: number, height: number): PictureFacts => ({ mediaType: 'image/webp', width, height });
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  switch (ascii(view, 12, 4)) {
    case 'VP8 ':
      return facts(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return facts((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return facts(threeBytes(24) + 1, threeBytes(27) + 1);
    default:
      return null;
  }
}
