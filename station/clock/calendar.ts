import type { CalendarDate, Instant } from '../../contract/domain/identifiers.ts';

/** WIB is UTC+7 all year: Indonesia has no daylight saving time. */
const WIB_OFFSET_MILLISECONDS = 7 * 60 * 60 * 1000;

/** Calendar day in WIB at an instant, `YYYY-MM-DD`. */
export function dayInWib(instant: Instant): CalendarDate {
  return new Date(instant + WIB_OFFSET_MILLISECONDS).toISOString().slice(0, 10);
}

/** First instant of a WIB calendar day. */
export function startOfDayInWib(day: CalendarDate): Instant {
  return Date.parse(`${day}T00:00:00Z`) - WIB_OFFSET_MILLISECONDS;
}

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/**
 * The last day before `day` that is neither a Saturday nor a Sunday. Public holidays count as working days: they are decreed
 * from year to year, and the station may not have heard of them.
 */
export function workingDayBefore(day: CalendarDate): CalendarDate {
  let time = Date.parse(day);
  do time -= DAY_MILLISECONDS;
  while ([0, 6].includes(new Date(time).getUTCDay()));
  return new Date(time).toISOString().slice(0, 10);
}

/** Whole years lived on `day` by somebody born on `birthDate`. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The day so many months later; the last day of a shorter month. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), total % 12];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8)), lastDay);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
