import type { CalendarDate, Instant } from '../../../contract/domain/identifiers.ts';
import { type SendingSettings, UNLIMITED } from '../../../contract/domain/sending.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** Without any of what was set, everything may go at any time. */
export function readSendingSettings(database: ReadableDatabase): SendingSettings {
  const row = database.get<{
    dailyBytes: number | null;
    monthlyBytes: number | null;
    quietFrom: number | null;
    quietUntil: number | null;
  }>(
    `SELECT daily_bytes AS dailyBytes, monthly_bytes AS monthlyBytes, quiet_from AS quietFrom,
       quiet_until AS quietUntil FROM sending_settings`,
  );
  if (row === undefined) return UNLIMITED;
  const { dailyBytes, monthlyBytes, quietFrom, quietUntil } = row;
  const quiet = quietFrom !== null && quietUntil !== null;
  return { dailyBytes, monthlyBytes, quietHours: quiet ? { from: quietFrom, until: quietUntil } : null };
}

/** When what stands came from the office; null when it was set here. */
export function sendingSettingsReceivedAt(database: ReadableDatabase): Instant | null {
  const row = database.get<{ receivedAt: Instant | null }>(
    'SELECT received_at AS receivedAt FROM sending_settings',
  );
  return row?.receivedAt ?? null;
}

/** `receivedAt` is null for what an officer sets here. */
export function writeSendingSettings(
  database: WritableDatabase,
  settings: SendingSettings,
  at: Instant,
  receivedAt: Instant | null,
): void {
  database.run(
    `INSERT INTO sending_settings VALUES (1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET daily_bytes = excluded.daily_bytes, monthly_bytes = excluded.monthly_bytes,
       quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, set_at = excluded.set_at,
       received_at = excluded.received_at`,
    settings.dailyBytes,
    settings.monthlyBytes,
    settings.quietHours?.from ?? null,
    settings.quietHours?.until ?? null,
    at,
    receivedAt,
  );
}

/** Adds to a day and forgets the days before `keptFrom`, so that the table never has more than those of two months. */
export function addSentBytes(
  database: WritableDatabase,
  day: CalendarDate,
  bytes: number,
  keptFrom: CalendarDate,
): void {
  database.run(
    `INSERT INTO sent_bytes VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET bytes = bytes + excluded.bytes`,
    day,
    bytes,
  );
  database.run('DELETE FROM sent_bytes WHERE day < ?', keptFrom);
}

/** Sum of the days from `first` to `last`, both counted. */
export function sentBytesBetween(
  database: ReadableDatabase,
  first: CalendarDate,
  last: CalendarDate,
): number {
  const row = database.get<{ bytes: number }>(
    'SELECT coalesce(sum(bytes), 0) AS bytes FROM sent_bytes WHERE day BETWEEN ? AND ?',
    first,
    last,
  );
  return row?.bytes ?? 0;
}
