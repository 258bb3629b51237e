import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { ensureCameraFile, greyPicture } from './camera-file.ts';

test('the first picture of the virtual camera can be read', async () => {
  const picture = await loadImage(greyPicture());
  expect([picture.width, picture.height]).toEqual([640, 480]);
});

test('a camera file is made when there is none, and one that is there is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-camera-'));
  const path = ensureCameraFile(folder);
  expect(readFileSync(path)).toEqual(greyPicture());
  writeFileSync(path, 'a scene');
  ensureCameraFile(folder);
  expect(readFileSync(path, 'utf8')).toBe('a scene');
  rmSync(folder, { recursive: true });
});
