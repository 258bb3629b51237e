import type { Language } from '../../contract/domain/localized.ts';

/** All of Lampung; no daylight saving time. */
export const ZONE = 'Asia/Jakarta';
/** WIB is UTC+7. */
export const ZONE_MILLISECONDS = 7 * 60 * 60_000;
/** Without a zero before the day. */
const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE } as const;
const HOUR = 60 * 60_000;

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** `24 November 2026 09.05 WIB`. */
export function formatInstant(instant: number, language: Language = 'id'): string {
  return `${formatDay(instant, language)} ${formatTime(instant)} WIB`;
}

/** `24 November 2026`. */
export function formatDay(instant: number, language: Language = 'id'): string {
  return new Intl.DateTimeFormat(locales[language], LONG_DAY).format(instant);
}

/** `Selasa, 24 November 2026`. */
export function formatFullDay(instant: number, language: Language = 'id'): string {
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', ...LONG_DAY }).format(instant);
}

/** `24 Nov`. */
export function formatShortDay(instant: number): string {
  return new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: ZONE }).format(instant);
}

/** `09.05`. */
export function formatTime(instant: number): string {
  return new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(
    instant,
  );
}

/** `3,5 hari`, `43 hari` or `6 jam`: what a person can compare at a glance. */
export function formatDuration(
  milliseconds: number,
  words: { readonly days: string; readonly hours: string },
): string {
  const hours = milliseconds / HOUR;
  if (hours < 36) return `${Math.max(0, Math.round(hours))} ${words.hours}`;
  return `${(hours / 24).toLocaleString('id-ID', { maximumFractionDigits: hours < 240 ? 1 : 0 })} ${words.days}`;
}

/** `1804 0457 0990 9901`. */
export function formatNik(nik: string): string {
  return nik.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** The instant of a day (`YYYY-MM-DD`) and time (`HH:MM`) as a person in Lampung means them; null when there is none. */
export function readInstant(day: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const instant = Date.parse(`${day}T${time}:00+07:00`);
  const back = Number.isNaN(instant) ? '' : new Date(instant + ZONE_MILLISECONDS).toISOString();
  return back.startsWith(`${day}T${time}`) ? instant : null;
}
