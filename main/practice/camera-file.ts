import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Headers of a baseline JPEG, 640 × 480, whose code tables hold one code each: a zero bit, "nothing changed". What
 * follows is zero bits, one for each of the 3 × 4800 blocks and its end, and the end marker: a plain grey picture.
 */
const greyHeaders =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////' +
  'm8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4' +
  '+Pj/wAARCAHgAoADASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAA' +
  'AAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8A';

/** One bit for a block's level and one for its end: 6 blocks in each of 40 × 30 squares of 16 × 16 points. */
const GREY_BODY_BYTES = (40 * 30 * 6 * 2) / 8;

export function greyPicture(): Buffer {
  return Buffer.concat([
    Buffer.from(greyHeaders, 'base64'),
    Buffer.alloc(GREY_BODY_BYTES),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/**
 * File Chromium plays as the camera in practice mode. It must be there before Electron is ready; the station writes
 * the scenes into it later.
 */
export function ensureCameraFile(dataFolder: string): string {
  const path = join(dataFolder, 'camera.mjpeg');
  if (!existsSync(path)) writeFileSync(path, greyPicture());
  return path;
}

/** Chromium's switch for cameras that are none; refused in production. */
export const FAKE_CAMERAS = 'use-fake-device-for-media-stream';

/** Chromium switches that put `cameraFile` under the camera. */
export function cameraSwitches(cameraFile: string): readonly (readonly [name: string, value?: string])[] {
  return [[FAKE_CAMERAS], ['use-file-for-fake-video-capture', cameraFile]];
}
