import type { Instant } from '../../contract/domain/identifiers.ts';
import type { DaySpan } from '../../contract/domain/time-of-day.ts';
import { dayInWib, startOfDayInWib } from '../clock/calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const PRACTICE_MORNING = '07:30';
const PRACTICE_NOON = '12:00';

/**
 * When the unattended hours end that `now` lies in; null outside them. A span begins with its first minute and ends before
 * its last one; one that ends earlier than it begins passes midnight, one that ends when it begins is empty. Spans that
 * touch or overlap are one. Spans that cover the whole day have no end; then it is `now` a day later.
 */
export function unattendedUntil(spans: readonly DaySpan[], now: Instant): Instant | null {
  const midnight = startOfDayInWib(dayInWib(now));
  const minute = Math.floor((now - midnight) / MINUTE_MS);
  let ahead = 0;
  // Each span can carry on from another once; a round in which none does is the end.
  for (let round = 0; round <= spans.length && ahead < DAY_MINUTES; round += 1) {
    const further = Math.max(0, ...spans.map((span) => minutesLeft(span, (minute + ahead) % DAY_MINUTES)));
    if (further === 0) break;
    ahead += further;
  }
  if (ahead === 0) return null;
  return midnight + (minute + Math.min(ahead, DAY_MINUTES)) * MINUTE_MS;
}

/** A night to practise with: from this minute until the morning. */
export function nightFrom(now: Instant): readonly DaySpan[] {
  const minute = Math.floor((now - startOfDayInWib(dayInWib(now))) / MINUTE_MS);
  const from = timeOfDay(minute);
  // A night that begins when it ends would be none.
  return [{ from, to: from === PRACTICE_MORNING ? PRACTICE_NOON : PRACTICE_MORNING }];
}

/** Minutes from `minute` to the end of the span; 0 outside it. */
function minutesLeft({ from, to }: DaySpan, minute: number): number {
  const length = (minuteOf(to) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
  const passed = (minute - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
  return passed < length ? length - passed : 0;
}

function timeOfDay(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function minuteOf(timeOfDay: string): number {
  return Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3));
}
