import { raw } from 'hono/html';

/** The product's mark: a siger, the crown of Lampung. Decoration, as on the kiosk. */
export const siger = raw(
  `<svg class="siger" aria-hidden="true" width="36" height="36" viewBox="0 0 48 48"><path d="M24 3.5L27 9.5L30.5 6.5L32 12.5L36.5 9.5L37 16L42 14L40.5 21.5L46 21L40.5 33.5C35.5 31 30 29.8 24 29.8C18 29.8 12.5 31 7.5 33.5L2 21L7.5 21.5L6 14L11 16L11.5 9.5L16 12.5L17.5 6.5L21 9.5Z"/><path class="inset" d="M24 13L27.2 18.5L24 24L20.8 18.5Z"/><path d="M8.5 36C13.5 33.7 18.5 32.7 24 32.7C29.5 32.7 34.5 33.7 39.5 36L38.5 42.5C33.7 40.7 29 39.9 24 39.9C19 39.9 14.3 40.7 9.5 42.5Z"/></svg>`,
);

/** A strip of tapis cloth: bamboo shoots around diamonds, gold thread on maroon. Decoration. */
export const tapis = raw(
  `<svg class="tapis" aria-hidden="true" width="100%" height="12"><defs><pattern id="tapis" width="48" height="24" patternUnits="userSpaceOnUse" patternTransform="scale(0.5)"><rect class="cloth" width="48" height="24"/><path class="thread" d="M0 1.5H48M0 22.5H48"/><path class="gold" d="M0 20L8 9L16 20ZM32 20L40 9L48 20Z"/><path class="cloth" d="M4 20L8 14.5L12 20ZM36 20L40 14.5L44 20Z"/><path class="gold" d="M24 4L32 12L24 20L16 12Z"/></pattern></defs><rect width="100%" height="12" fill="url(#tapis)"/></svg>`,
);
