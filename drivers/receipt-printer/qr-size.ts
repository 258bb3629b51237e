/**
 * Bytes a QR symbol of version 1 to 10 holds in byte mode at error level M (ISO/IEC 18004, table 7). Level M
 * survives a crease; past version 10 the modules get too small for a phone camera on 58 mm paper.
 */
const BYTE_CAPACITY_M = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];

/** Modules of white a reader needs on each side (ISO/IEC 18004, 6.3.8). */
export const QR_QUIET_MODULES = 4;

/** ESC/POS allows 1 to 16 dots, the encoder 1 to 8; below 3 (0.4 mm) phones struggle. */
const MODULE_DOTS = { smallest: 3, largest: 7, usual: 6 };

/** Dots per module that fit the paper with the quiet zone; throws `RangeError` for data that is empty or too long. */
export function chooseModuleDots(byteLength: number, paperDots: number, wanted = MODULE_DOTS.usual): number {
  const version = BYTE_CAPACITY_M.findIndex((capacity) => byteLength <= capacity) + 1;
  if (byteLength < 1 || version === 0) {
    throw new RangeError(`Expected 1 to ${BYTE_CAPACITY_M.at(-1)} bytes of QR data, got ${byteLength}`);
  }
  const modules = 17 + 4 * version + 2 * QR_QUIET_MODULES;
  const fitting = Math.floor(paperDots / modules);
  return Math.max(MODULE_DOTS.smallest, Math.min(wanted, fitting, MODULE_DOTS.largest));
}
