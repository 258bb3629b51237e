import { encodePngFile } from '../../png/png-file.ts';

/** Red, green, blue, 0 to 255. */
export type PaletteColour = readonly [number, number, number];

/** A PNG with a palette, 8 bits per pixel: the same pixels always give the same picture. */
export function encodeIndexedPng(
  width: number,
  height: number,
  pixels: Uint8Array,
  palette: readonly PaletteColour[],
): Uint8Array {
  return encodePngFile({
    width,
    height,
    colour: 'indexed',
    pixels,
    palette: Uint8Array.from(palette.flat()),
  });
}
