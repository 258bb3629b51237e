import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJpegFrame } from './jpeg-frame.ts';

const picture = new Uint8Array(createCanvas(37, 21).toBuffer('image/jpeg'));

test('finds size and end of what an encoder made, whatever follows it', () => {
  const frame = { width: 37, height: 21, length: picture.length };
  expect(readJpegFrame(picture)).toEqual(frame);
  expect(readJpegFrame(Uint8Array.from([...picture, 0, 0, 0xff, 0xd9]))).toEqual(frame);
});

test('stuffed bytes and restart markers are part of the scan, fill bytes of the marker', () => {
  const head = [0xff, 0xd8, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
  const bytes = Uint8Array.from([...head, ...scan, 0xff, 0xff, 0xd9]);
  expect(readJpegFrame(bytes)).toEqual({ width: 3, height: 2, length: bytes.length });
  expect(readJpegFrame(Uint8Array.from([...head, 0xff, 0xd9]))).toBeNull();
});

test('a picture cut anywhere is none', () => {
  for (let length = 0; length < picture.length; length += 1)
    expect(readJpegFrame(picture.subarray(0, length))).toBeNull();
});

test('any bytes end in a frame inside them or in null', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 400 }).map((rest) => Uint8Array.from([0xff, 0xd8, 0xff, ...rest])),
    fc
      .tuple(fc.nat(picture.length - 1), fc.nat(255))
      .map(([at, byte]) => picture.map((kept, index) => (index === at ? byte : kept))),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      const frame = readJpegFrame(input);
      return frame === null || (frame.length <= input.length && frame.width > 0 && frame.height > 0);
    }),
  );
});
