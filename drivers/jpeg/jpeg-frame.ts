/** Where a JPEG file ends and how large its picture is, read from its markers (ITU-T T.81, annex B). */
export interface JpegFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Bytes from SOI to EOI; what follows is not part of the picture. */
  readonly length: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/**
 * Null unless the bytes begin with a whole JPEG: SOI, a frame header, a scan and EOI, each segment inside the file.
 * The coded picture itself is not decoded.
 */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  let size: { width: number; height: number } | null = null;
  let scanned = false;
  let offset = 2;

  for (;;) {
    const marker = markerAt(bytes, offset);
    if (!marker) return null;
    offset = marker.end;
    if (marker.code === EOI) return size && scanned ? { ...size, length: offset } : null;
    const length = uint16(bytes, offset);
    // The smallest segment is its own two length bytes; a marker without a segment has no place here.
    if (length < 2 || offset + length > bytes.length || isBare(marker.code)) return null;
    if (isFrameHeader(marker.code)) {
      size = { height: uint16(bytes, offset + 3), width: uint16(bytes, offset + 5) };
      if (length < 8 || size.width === 0 || size.height === 0) return null;
    }
    offset += length;
    if (marker.code !== SOS) continue;
    scanned = true;
    offset = endOfScan(bytes, offset);
  }
}

/** A marker is FF, any number of further FF, and a code (B.1.1.2). */
function markerAt(bytes: Uint8Array, offset: number): { code: number; end: number } | null {
  if (bytes[offset] !== 0xff) return null;
  let at = offset + 1;
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  return code === undefined || code === 0 ? null : { code, end: at + 1 };
}

/** The first marker after coded data: FF 00 is a data byte there, and FF D0 to FF D7 restart its decoder. */
function endOfScan(bytes: Uint8Array, offset: number): number {
  for (let at = offset; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1] ?? 0xff;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

function isBare(code: number): boolean {
  return (code >= 0xd0 && code <= SOI) || code === 0x01;
}

function uint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}
