import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import type { QueueGroup, TicketState } from '../../../contract/domain/ticket.ts';
import type { ReadableDatabase } from '../database.ts';

/** How many tickets, and people on them, are in a state; `ahead` are those who may be called earlier. */
export interface QueueCount {
  readonly group: QueueGroup;
  readonly state: TicketState;
  readonly ahead: boolean;
  readonly tickets: number;
  readonly people: number;
}

export const QUEUE_COUNTS = `SELECT letter AS "group", state, lane AS ahead, tickets, people FROM queue_counts
  WHERE day = ? ORDER BY letter, state, lane`;

/** A handful of rows whatever the day was like: one a group, state and lane. */
export function queueCounts(database: ReadableDatabase, day: CalendarDate): QueueCount[] {
  return database
    .all<Omit<QueueCount, 'ahead'> & { ahead: 0 | 1 }>(QUEUE_COUNTS, day)
    .map((row) => ({ ...row, ahead: row.ahead === 1 }));
}

export function ticketsIn(counts: readonly QueueCount[], state: TicketState): number {
  return counts.reduce((total, count) => total + (count.state === state ? count.tickets : 0), 0);
}
