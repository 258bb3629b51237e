/** WIB is UTC+7, with no daylight saving time. */
const ZONE_MILLISECONDS = 7 * 60 * 60_000;
const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** Days since the epoch in WIB. */
export function dayOf(instant: number): number {
  return Math.floor((instant + ZONE_MILLISECONDS) / DAY_MILLISECONDS);
}

/** Monday to Friday. Public holidays are announced year by year and are not known here; who shows a result says so. */
function isWorkingDay(day: number): boolean {
  // Day 0 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** Noon of the working day that is `days` working days after the day of `instant`. */
export function addWorkingDays(instant: number, days: number): number {
  let day = dayOf(instant);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return (day + 0.5) * DAY_MILLISECONDS - ZONE_MILLISECONDS;
}

/** Working days that have passed from the day of `from` to the day of `to`; 0 on the same day. */
export function workingDaysBetween(from: number, to: number): number {
  let count = 0;
  for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (isWorkingDay(day)) count += 1;
  return count;
}
