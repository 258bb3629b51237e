import type { Instant } from '../../../contract/domain/identifiers.ts';
import { dayOf } from '../../system/format.ts';

/** `9.30`, `09:30` or `0930` as an instant of today at the kiosk; null when nothing was typed, undefined when it is no time. */
export function appointmentInstant(text: string, now: Instant): Instant | null | undefined {
  if (text.trim() === '') return null;
  const [, hour = '', minute = ''] = /^(\d{1,2})[.: ]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return Date.parse(`${dayOf(now)}T${hour.padStart(2, '0')}:${minute}:00+07:00`);
}
