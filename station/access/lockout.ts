import type { OfficerRow } from '../store/tables/officers.ts';

const MINUTE = 60_000;
/** Longer each time; the last one repeats. Guessing a six-digit PIN then takes years of a kiosk's opening hours. */
const LOCKOUT_MILLISECONDS = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE] as const;
/** Enough for an old officer with a new PIN. */
const FIRST_TRIES = 5;
/** After the first lockout: one slip and a second thought. */
const LATER_TRIES = 2;

export type Tries = Pick<OfficerRow, 'wrongTries' | 'lockouts' | 'lockMilliseconds'>;

export const NO_TRIES: Tries = { wrongTries: 0, lockouts: 0, lockMilliseconds: 0 };

/** Tries after one more wrong PIN; `lockMilliseconds` above zero when it locks. */
export function countWrongTry(tries: Tries): Tries {
  const wrongTries = tries.wrongTries + 1;
  if (triesLeft({ ...tries, wrongTries }) > 0) return { ...tries, wrongTries };
  const place = Math.min(tries.lockouts, LOCKOUT_MILLISECONDS.length - 1);
  return {
    wrongTries: 0,
    lockouts: tries.lockouts + 1,
    lockMilliseconds: LOCKOUT_MILLISECONDS[place] ?? 60 * MINUTE,
  };
}

export function triesLeft(tries: Tries): number {
  return (tries.lockouts === 0 ? FIRST_TRIES : LATER_TRIES) - tries.wrongTries;
}
