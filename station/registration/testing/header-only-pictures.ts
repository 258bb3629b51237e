/** Pictures as far as a header goes: what the station looks at, and nothing it would have to decode. */
export function pngHeader(width: number, height: number, byteLength = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** With an APP0 segment before the frame header, as a camera writes it. */
export function jpegHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe0, 0, 6, 0x4a, 0x46, 0x49, 0x46],
    ...[0xff, 0xc0, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 3],
    ...[1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
  ]);
  return bytes;
}

/** `VP8X` (extended), `VP8L` (lossless) or `VP8 ` (lossy). */
export function webpHeader(
  kind: 'VP8X' | 'VP8L' | 'VP8 ',
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(40);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(`RIFF....WEBP${kind}`));
  if (kind === 'VP8X') {
    view.setUint16(24, width - 1, true);
    view.setUint16(27, height - 1, true);
  } else if (kind === 'VP8L') {
    view.setUint8(20, 0x2f);
    view.setUint32(21, (width - 1) | ((height - 1) << 14), true);
  } else {
    view.setUint16(26, width, true);
    view.setUint16(28, height, true);
  }
  return bytes;
}
