import type { CalendarDate, Instant } from '../../../contract/domain/identifiers.ts';
import type { QueueGroup, Ticket } from '../../../contract/domain/ticket.ts';
import type { ReadableDatabase } from '../database.ts';
import { TICKET_COLUMNS, toTicket } from './tickets.ts';

/** A waiting ticket with what the scheduler orders by. */
export interface WaitingTicket {
  readonly id: string;
  readonly place: number;
  readonly sequence: number;
  readonly ahead: boolean;
  readonly appointmentAt: Instant | null;
  readonly ticket: Ticket;
}

type Row = Ticket & {
  readonly place: number;
  readonly sequence: number;
  readonly lane: 0 | 1;
  readonly skipped: 0 | 1;
};

const SELECT = `SELECT ${TICKET_COLUMNS}, place, sequence, lane, skipped FROM tickets`;

export const WAITING = `${SELECT} WHERE day = ? AND state = 'waiting' ORDER BY place, sequence LIMIT ?`;
export const WAITING_IN_GROUP = `${SELECT} WHERE day = ? AND letter = ? AND state = 'waiting'
  ORDER BY place, sequence LIMIT ?`;
export const AHEAD = `${SELECT} WHERE day = ? AND state = 'waiting' AND lane = 1 ORDER BY place, sequence LIMIT ?`;
export const AHEAD_IN_GROUP = `${SELECT} WHERE day = ? AND letter = ? AND state = 'waiting' AND lane = 1
  ORDER BY place, sequence LIMIT ?`;
export const APPOINTMENTS = `${SELECT} WHERE day = ? AND state = 'waiting' AND appointment_at IS NOT NULL
  AND skipped = 0 AND appointment_at BETWEEN ? AND ? AND (? IS NULL OR letter = ?) ORDER BY appointment_at, sequence LIMIT ?`;

/** The first of the waiting, by coming; of one group or of all. */
export function firstWaiting(
  database: ReadableDatabase,
  day: CalendarDate,
  group: QueueGroup | null,
  limit: number,
): WaitingTicket[] {
  return group === null
    ? database.all<Row>(WAITING, day, limit).map(toWaiting)
    : database.all<Row>(WAITING_IN_GROUP, day, group, limit).map(toWaiting);
}

/** The same of those who may be called ahead of others. */
export function firstAhead(
  database: ReadableDatabase,
  day: CalendarDate,
  group: QueueGroup | null,
  limit: number,
): WaitingTicket[] {
  return group === null
    ? database.all<Row>(AHEAD, day, limit).map(toWaiting)
    : database.all<Row>(AHEAD_IN_GROUP, day, group, limit).map(toWaiting);
}

/** Waiting with an appointment between two instants, the earliest first. */
export function firstAppointments(
  database: ReadableDatabase,
  day: CalendarDate,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  group: QueueGroup | null,
  limit: number,
): WaitingTicket[] {
  return database.all<Row>(APPOINTMENTS, day, from, to, group, group, limit).map(toWaiting);
}

function toWaiting(row: Row): WaitingTicket {
  const { place, sequence, lane, skipped, id } = row;
  // Who was skipped has had the turn an appointment gives.
  const appointmentAt = skipped === 1 ? null : row.appointmentAt;
  return { id, place, sequence, ahead: lane === 1, appointmentAt, ticket: toTicket(row) };
}
