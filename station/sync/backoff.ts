/** First wait after a failure: long enough for a cut connection to be back, too short for anybody to notice. */
const FIRST_MS = 1_000;
/** A line that was down for hours is found again this soon, at the price of 20 small requests an hour. */
const LONGEST_MS = 3 * 60_000;

/**
 * Milliseconds to wait after `failures` failures in a row: doubling, capped, never giving up. `random` is in [0, 1) and
 * spreads the stations of a district that lost the same line.
 */
export function backoff(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(0, failures - 1), 20));
  return Math.round(whole / 2 + (whole / 2) * random);
}
