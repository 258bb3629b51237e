import type { CalendarDate, Instant } from '../../../contract/domain/identifiers.ts';
import type { Ticket } from '../../../contract/domain/ticket.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** One calling out of a number. `sequence` rises with every call, also of the same number. */
export interface QueueCall {
  readonly sequence: number;
  readonly number: string;
  readonly counter: number;
  readonly calledAt: Instant;
}

export function insertQueueCall(
  database: WritableDatabase,
  ticket: Pick<Ticket, 'id' | 'number' | 'day'>,
  counter: number,
  at: Instant,
): void {
  database.run(
    'INSERT INTO queue_calls (day, ticket_id, number, counter, called_at) VALUES (?, ?, ?, ?, ?)',
    ticket.day,
    ticket.id,
    ticket.number,
    counter,
    at,
  );
}

export const LAST_CALLS = `SELECT sequence, number, counter, called_at AS calledAt FROM queue_calls
  WHERE day = ? ORDER BY sequence DESC LIMIT ?`;

/** Newest first. */
export function lastCalls(database: ReadableDatabase, day: CalendarDate, limit: number): QueueCall[] {
  return database.all<QueueCall>(LAST_CALLS, day, limit);
}

/** Every group together. */
const ALL = '*';

/** How often in a row the longest waiting of the group, or of all, was passed over today. */
export function passedOver(database: ReadableDatabase, day: CalendarDate, group: string | null): number {
  const row = database.get<{ passedOver: number }>(
    'SELECT passed_over AS passedOver FROM queue_scopes WHERE day = ? AND scope = ?',
    day,
    group ?? ALL,
  );
  return row?.passedOver ?? 0;
}

export function setPassedOver(
  database: WritableDatabase,
  day: CalendarDate,
  group: string | null,
  count: number,
): void {
  database.run(
    `INSERT INTO queue_scopes (day, scope, passed_over) VALUES (?, ?, ?)
     ON CONFLICT (day, scope) DO UPDATE SET passed_over = excluded.passed_over`,
    day,
    group ?? ALL,
    count,
  );
}
