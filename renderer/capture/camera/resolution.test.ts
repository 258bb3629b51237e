import { expect, test } from 'vitest';
import { bestPictureSize, bestResolution } from './resolution.ts';

test.each([
  ['documents', [1_920, 1_080], [1_920, 1_080]],
  ['documents', [1_280, 960], [1_280, 960]],
  ['documents', [3_840, 2_160], [1_920, 1_080]],
  ['documents', [3_264, 2_448], [1_920, 1_440]],
  ['documents', [640, 480], [640, 480]],
  ['portrait', [1_920, 1_080], [1_280, 720]],
  ['portrait', [640, 480], [640, 480]],
] as const)('%s with a camera of %j asks for %j', (purpose, [mostWide, mostHigh], [width, height]) => {
  expect(bestResolution(purpose, { width: mostWide, height: mostHigh })).toEqual({ width, height });
});

test.each([
  ['documents', [6_000, 4_000], [1_920, 1_280]],
  ['documents', [4_000, 6_000], [1_280, 1_920]],
  ['portrait', [4_000, 6_000], [720, 1_080]],
  ['portrait', [640, 480], [640, 480]],
] as const)('%s keeps of a picture of %j so much: %j', (purpose, [tookWide, tookHigh], [width, height]) => {
  expect(bestPictureSize(purpose, { width: tookWide, height: tookHigh })).toEqual({ width, height });
});
