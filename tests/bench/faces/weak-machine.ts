/** The weak PC: this many times slower than here. */
export const THROTTLE = 4;
/** From a touch to the screen's answer. */
export const LIMIT_MS = 100;
/** The most a page may move by itself and still be called good (Web Vitals, Cumulative Layout Shift). */
export const LIMIT_SHIFT = 0.1;
