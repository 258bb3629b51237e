/** What the emulator's camera holds: the host writes it before the guest starts, a suite in the guest compares. */
export const CAMERA_FOLDER = 'camera';
export const CAMERA_FILE = 'SPES0001.JPG';

/** Some transfers long, and not one whole number of them; its bytes repeat in no power of two. */
const FILE_BYTES = 1_234_567;
const PERIOD = 251;

export function cameraFile(): Uint8Array {
  return new Uint8Array(FILE_BYTES).map((_, place) => place % PERIOD);
}
