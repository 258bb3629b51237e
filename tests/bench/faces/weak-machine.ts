/** The weak PC: this many times slower than here. */
export const THROTTLE = 4;
/** From a touch to the screen's answer. */
export const LIMIT_MS = 100;
