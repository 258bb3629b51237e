import type { CalendarDate, Instant } from '../../../contract/domain/identifiers.ts';
import type { Language } from '../../../contract/domain/localized.ts';
import { startOfDayInWib } from '../../clock/calendar.ts';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Lampung keeps WIB, UTC+7, all year. */
const TIME_ZONE = 'Asia/Jakarta';

/** `24 November 2026`. */
export function formatDay(instant: Instant, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: TIME_ZONE,
  });
  return day.format(instant);
}

export function formatCalendarDate(date: CalendarDate, language: Language): string {
  return formatDay(startOfDayInWib(date), language);
}

/** `09.05 WIB`, in every language the way the wall clock in the hall is read. */
export function formatTime(instant: Instant): string {
  const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE });
  return `${time.format(instant)} WIB`;
}

/** `Rp 650.000`; Intl puts a no-break space that many printers lack. */
export function formatMoney(amount: number): string {
  const money = new Intl.NumberFormat('id-ID', {
    style: 'currency',
    currency: 'IDR',
    maximumFractionDigits: 0,
  });
  return money.format(amount).replaceAll('\u00a0', ' ');
}
