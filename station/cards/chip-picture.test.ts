import { expect, test } from 'vitest';
import { inspectPicture } from '../registration/pictures/inspect-picture.ts';
import { showFace, showPicture, toChipPicture } from './chip-picture.ts';

test.each([1, 3, 4] as const)('pixels of %i components become a PNG of their size', (components) => {
  const pixels = new Uint8Array(6 * components);
  const shown = showFace({ kind: 'pixels', from: 'jp2', width: 3, height: 2, components, pixels });
  expect(shown).toMatchObject({ mediaType: 'image/png', width: 3, height: 2 });
  expect(shown && inspectPicture(shown.bytes)).toMatchObject({ mediaType: 'image/png' });
});

test('bytes that are no picture, and monstrous ones, are not shown', () => {
  expect(showPicture(Uint8Array.of(1, 2, 3))).toBeNull();
  expect(showFace({ kind: 'jpeg', width: 4, height: 4, bytes: Uint8Array.of(0xff, 0xd8) })).toBeNull();
  expect(showPicture(new Uint8Array(9 * 1024 * 1024))).toBeNull();
});

test('a picture travels as text', () => {
  const picture = { mediaType: 'image/png', width: 1, height: 1, bytes: Uint8Array.of(255, 0, 1) } as const;
  expect(toChipPicture(picture)).toEqual({ mediaType: 'image/png', base64: '/wAB' });
});
