import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** Draws the next file's number. A number drawn is never given again, even if nothing is written under it. */
export function drawCarryNumber(database: WritableDatabase, at: Instant): number {
  const row = database.get<{ number: number }>(
    `INSERT INTO carried_files (number, drawn_at)
     SELECT coalesce(max(number), 0) + 1, ? FROM carried_files RETURNING number`,
    at,
  );
  if (row === undefined) throw new RangeError('no number was drawn');
  return row.number;
}

export function setCarrySaved(
  database: WritableDatabase,
  number: number,
  packets: number,
  at: Instant,
): void {
  database.run('UPDATE carried_files SET packets = ?, saved_at = ? WHERE number = ?', packets, at, number);
}

/** Also of a file this store does not know, as after going back to a backup: then it was drawn after all. */
export function setCarryReplied(database: WritableDatabase, number: number, at: Instant): void {
  database.run(
    `INSERT INTO carried_files (number, drawn_at, replied_at) VALUES (?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET replied_at = excluded.replied_at`,
    number,
    at,
    at,
  );
}

/** Number of the newest file whose reply was read, and when; null before the first. */
export function lastReplied(
  database: ReadableDatabase,
): { readonly number: number; readonly repliedAt: Instant } | null {
  const row = database.get<{ number: number; repliedAt: Instant }>(
    `SELECT number, replied_at AS repliedAt FROM carried_files WHERE replied_at IS NOT NULL
     ORDER BY number DESC LIMIT 1`,
  );
  return row ?? null;
}

export interface SavedCarry {
  readonly number: number;
  readonly packets: number;
  readonly savedAt: Instant;
}

/** The newest file that was written whole; null before the first. */
export function lastSaved(database: ReadableDatabase): SavedCarry | null {
  const row = database.get<SavedCarry>(
    `SELECT number, packets, saved_at AS savedAt FROM carried_files WHERE saved_at IS NOT NULL
     ORDER BY number DESC LIMIT 1`,
  );
  return row ?? null;
}

/** The reply whose news was taken over last, and between which cursors it led. */
export interface CarriedNewsRow {
  readonly number: number;
  readonly fromCursor: string;
  readonly toCursor: string;
}

export function readCarriedNews(database: ReadableDatabase): CarriedNewsRow | null {
  const row = database.get<CarriedNewsRow>(
    'SELECT number, from_cursor AS fromCursor, to_cursor AS toCursor FROM carried_news',
  );
  return row ?? null;
}

export function writeCarriedNews(database: WritableDatabase, row: CarriedNewsRow): void {
  database.run(
    `INSERT INTO carried_news VALUES (1, ?, ?, ?) ON CONFLICT (id) DO UPDATE
     SET number = excluded.number, from_cursor = excluded.from_cursor, to_cursor = excluded.to_cursor`,
    row.number,
    row.fromCursor,
    row.toCursor,
  );
}
