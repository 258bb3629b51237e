import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Language } from '../../contract/domain/localized.ts';

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const ZONE = 'Asia/Jakarta';

/** Whole rupiah: `Rp 650.000`, with a space that does not break. */
export function formatMoney(rupiah: number, language: Language): string {
  return `Rp\u00a0${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(rupiah)}`;
}

/** Without a zero before the day, which Indonesian has in the style that Intl calls full. */
const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Calendar day `2026-11-24`: `24 November 2026`. Anything that is no date comes back as it is. */
export function formatDate(date: string, language: Language): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(instant)) return date;
  return new Intl.DateTimeFormat(LOCALES[language], { ...LONG_DAY, timeZone: 'UTC' }).format(instant);
}

/** `09.05 WIB` in Indonesian, `09:05 WIB` in English. */
export function formatTime(instant: Instant, language: Language): string {
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(instant);
  return `${time} WIB`;
}

/** Day of an instant at the kiosk, `2026-11-24`. */
export function dayOf(instant: Instant): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(instant);
}

/** `Selasa, 24 November 2026`. */
export function formatLongDay(instant: Instant, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    ...LONG_DAY,
    timeZone: ZONE,
  }).format(instant);
}

/** `24 November 2026, 09.05 WIB`. */
export function formatInstant(instant: Instant, language: Language): string {
  return `${formatDate(dayOf(instant), language)}, ${formatTime(instant, language)}`;
}

/** The time alone when it was today, otherwise the day with the time. */
export function formatWhen(instant: Instant, now: Instant, language: Language): string {
  return dayOf(instant) === dayOf(now) ? formatTime(instant, language) : formatInstant(instant, language);
}

/** Size of an upload or a drive: `0,8 MB`, `120 kB`, `31,2 GB`. */
export function formatBytes(bytes: number, language: Language): string {
  const [amount, unit] =
    bytes >= 1_000_000_000
      ? [bytes / 1_000_000_000, 'GB']
      : bytes >= 1_000_000
        ? [bytes / 1_000_000, 'MB']
        : [Math.ceil(bytes / 1_000), 'kB'];
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(amount)}\u00a0${unit}`;
}

/** Hour of the day at the kiosk, 0 to 23. */
export function hourOf(instant: Instant): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: ZONE }).format(instant),
  );
}

/** Whole years between a birth date `YYYY-MM-DD` and today at the kiosk; null when it is no date or lies ahead. */
export function ageOn(birthDate: string, now: Instant): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) return null;
  const today = dayOf(now);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const age = today.slice(5) < birthDate.slice(5) ? years - 1 : years;
  return age >= 0 && age < 130 ? age : null;
}
