import type { Instant } from '../../../../contract/domain/identifiers.ts';
import type { SendingSettings } from '../../../../contract/domain/sending.ts';
import { addMonths, dayInWib, startOfDayInWib } from '../../../clock/calendar.ts';

/** What has been sent of a budget. */
export interface SentBytes {
  readonly today: number;
  readonly thisMonth: number;
}

export interface Allowance {
  /** Bytes of bundles that may still go now; `Infinity` without a limit. */
  readonly bytes: number;
  /** When more may go; null while some may. */
  readonly freesAt: Instant | null;
}

/** Less than this is not worth a request of its own: its headers and answer would be a tenth of it. */
export const SMALLEST_SLICE_BYTES = 16 * 1024;

type Budget = Pick<SendingSettings, 'dailyBytes' | 'monthlyBytes'>;

/** How much of the budget is left, in WIB days and months; what is smaller than a slice counts as nothing. */
export function allowance(budget: Budget, sent: SentBytes, now: Instant): Allowance {
  const today = left(budget.dailyBytes, sent.today);
  const thisMonth = left(budget.monthlyBytes, sent.thisMonth);
  if (thisMonth < SMALLEST_SLICE_BYTES) return { bytes: 0, freesAt: nextMonth(now) };
  if (today < SMALLEST_SLICE_BYTES) return { bytes: 0, freesAt: nextDay(now) };
  return { bytes: Math.min(today, thisMonth), freesAt: null };
}

function left(limit: number | null, sent: number): number {
  return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - sent);
}

function nextDay(now: Instant): Instant {
  return startOfDayInWib(dayInWib(now)) + 24 * 60 * 60_000;
}

function nextMonth(now: Instant): Instant {
  return startOfDayInWib(addMonths(`${dayInWib(now).slice(0, 7)}-01`, 1));
}
