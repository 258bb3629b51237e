import type { Instant } from '../../../../contract/domain/identifiers.ts';
import type { QuietHours } from '../../../../contract/domain/sending.ts';
import { dayInWib, startOfDayInWib } from '../../../clock/calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** When the quiet hours end that `now` lies in; null outside them. They begin on their first minute and end before their last. */
export function quietUntil(hours: QuietHours | null, now: Instant): Instant | null {
  if (hours === null) return null;
  const midnight = startOfDayInWib(dayInWib(now));
  const minute = Math.floor((now - midnight) / MINUTE_MS);
  const length = (hours.until - hours.from + DAY_MINUTES) % DAY_MINUTES;
  const passed = (minute - hours.from + DAY_MINUTES) % DAY_MINUTES;
  if (passed >= length) return null;
  return midnight + (minute + length - passed) * MINUTE_MS;
}
