import { useTranslation } from 'react-i18next';
import { dayOf } from './format.ts';
import { useFormat } from './language.ts';
import { useFacts } from './now.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface Attendance {
  /** The counter opens again today. */
  readonly opensToday: boolean;
  /** When, as in `besok pukul 07.30 WIB`. */
  readonly opens: string;
}

/** Null while somebody is at the counter. */
export function useUnattended(): Attendance | null {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = useFacts();
  if (!facts || facts.unattendedUntil === null) return null;
  // Read again whenever the day changes, so the time of reading is near enough.
  const { now, unattendedUntil: until } = facts;
  const day = dayOf(until);
  const time = format.time(until);
  if (day === dayOf(now)) return { opensToday: true, opens: t('system.opensToday', { time }) };
  const opens = day === dayOf(now + DAY_MS) ? t('system.opensTomorrow', { time }) : format.instant(until);
  return { opensToday: false, opens };
}
