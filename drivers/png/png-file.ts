import { crc32, deflateSync } from 'node:zlib';

/** What a PNG's pixels are (ISO/IEC 15948, 11.2.2), with bytes per pixel at 8 bits a sample. */
const COLOUR_TYPES = {
  grey: { code: 0, bytes: 1 },
  rgb: { code: 2, bytes: 3 },
  indexed: { code: 3, bytes: 1 },
  rgba: { code: 6, bytes: 4 },
} as const;

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly colour: keyof typeof COLOUR_TYPES;
  /** Rows from the top, without gaps. */
  readonly pixels: Uint8Array;
  /** Red, green and blue of each entry, for `indexed`. */
  readonly palette?: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A PNG of 8 bits a sample, without filters: the same pixels always give the same file. Throws `RangeError`. */
export function encodePngFile({ width, height, colour, pixels, palette }: PngParts): Uint8Array {
  const { code, bytes } = COLOUR_TYPES[colour];
  const row = width * bytes;
  if (width < 1 || height < 1 || pixels.length !== row * height) {
    throw new RangeError(
      `Expected ${width} by ${height} pixels of ${bytes} bytes, got ${pixels.length} bytes`,
    );
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, code, 0, 0, 0], 8);
  const lines = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y += 1) {
    lines.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(Buffer.from(type, 'latin1'), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
