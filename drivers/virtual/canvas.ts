import { createRequire } from 'node:module';

/**
 * The library pictures are drawn with, loaded when the first one is drawn: it takes a tenth of a second, in which a
 * starting kiosk has better things to do.
 */
export function canvasLibrary(): typeof import('@napi-rs/canvas') {
  return createRequire(import.meta.url)('@napi-rs/canvas');
}
