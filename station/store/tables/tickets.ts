import type { CalendarDate } from '../../../contract/domain/identifiers.ts';
import { type Ticket, ticketSchema } from '../../../contract/domain/ticket.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { cutPage, type Page, readCursor } from '../page.ts';

/** Room between two places, so that a ticket can be put between two others. */
const PLACE_STEP = 1024;

export const TICKET_COLUMNS = `id, number, service_key AS serviceKey, letter AS "group", day, state, priority, people,
  appointment_at AS appointmentAt, counter, calls, called_at AS calledAt, draft_id AS draftId, issued_at AS issuedAt`;

/** Draws the next number of a letter on a day: 1, 2, 3 … with no gap once committed. */
export function nextTicketNumber(database: WritableDatabase, day: CalendarDate, letter: string): number {
  const row = database.get<{ number: number }>(
    `INSERT INTO queue_numbers (day, letter, last_number) VALUES (?, ?, 1)
     ON CONFLICT (day, letter) DO UPDATE SET last_number = last_number + 1 RETURNING last_number AS number`,
    day,
    letter,
  );
  if (!row) throw new RangeError('no number was drawn');
  return row.number;
}

/** Its place is behind everybody who came before. */
export function insertTicket(database: WritableDatabase, ticket: Ticket, printJobId: string): void {
  database.run(
    `INSERT INTO tickets (id, number, service_key, letter, day, state, priority, people, appointment_at, draft_id,
       print_job_id, issued_at, place)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM tickets) * ?)`,
    ticket.id,
    ticket.number,
    ticket.serviceKey,
    ticket.group,
    ticket.day,
    ticket.state,
    ticket.priority,
    ticket.people,
    ticket.appointmentAt,
    ticket.draftId,
    printJobId,
    ticket.issuedAt,
    PLACE_STEP,
  );
}

export function readTicket(database: ReadableDatabase, id: string): Ticket | null {
  const row = database.get<Ticket>(`SELECT ${TICKET_COLUMNS} FROM tickets WHERE id = ?`, id);
  return row ? toTicket(row) : null;
}

export function ticketPrintJob(database: ReadableDatabase, id: string): string | null {
  const row = database.get<{ jobId: string }>('SELECT print_job_id AS jobId FROM tickets WHERE id = ?', id);
  return row?.jobId ?? null;
}

/** What an event may change of a ticket. */
export type TicketChange = Pick<Ticket, 'state' | 'group' | 'counter' | 'calls' | 'calledAt' | 'draftId'> & {
  readonly closedAt: number | null;
  readonly measured: number | null;
};

export function updateTicket(database: WritableDatabase, id: string, change: TicketChange): void {
  database.run(
    `UPDATE tickets SET state = ?, letter = ?, counter = ?, calls = ?, called_at = ?, draft_id = ?, closed_at = ?,
       measured_ms = ? WHERE id = ?`,
    change.state,
    change.group,
    change.counter,
    change.calls,
    change.calledAt,
    change.draftId,
    change.closedAt,
    change.measured,
    id,
  );
}

export const PLACES_BEHIND = `SELECT max(behind.place) AS place FROM (
  SELECT place FROM tickets WHERE day = ? AND letter = ? AND state = 'waiting' AND (place, sequence) > (?, ?)
  ORDER BY place, sequence LIMIT ?) AS behind`;

/**
 * Moves a ticket behind so many others of its group, behind all of them when they are fewer. From then on it waits by its
 * place alone: priority or an appointment would put it in front again at once.
 */
export function moveBehind(database: WritableDatabase, id: string, others: number): void {
  const own = database.get<{ place: number; sequence: number; day: string; letter: string }>(
    'SELECT place, sequence, day, letter FROM tickets WHERE id = ?',
    id,
  );
  if (!own) return;
  const { day, letter, place, sequence } = own;
  const last = database.get<{ place: number | null }>(PLACES_BEHIND, day, letter, place, sequence, others);
  database.run(
    'UPDATE tickets SET place = ?, skipped = 1 WHERE id = ?',
    last?.place ? last.place + 1 : place,
    id,
  );
}

export const OPEN_TICKETS = `SELECT ${TICKET_COLUMNS}, serving_rank AS rank, place, sequence FROM tickets
  WHERE day = ? AND serving_rank IS NOT NULL AND (serving_rank, place, sequence) > (?, ?, ?)
  ORDER BY serving_rank, place, sequence LIMIT ?`;

/** Tickets of a day that are being served or waiting, in serving order; those held come last. */
export function openTickets(
  database: ReadableDatabase,
  day: CalendarDate,
  after: string | null,
  limit: number,
): Page<Ticket> {
  const [rank, place, sequence] = readCursor(after, 3) ?? [-1, 0, 0];
  const rows = database.all<Ticket & { rank: number; place: number; sequence: number }>(
    OPEN_TICKETS,
    day,
    rank ?? -1,
    place ?? 0,
    sequence ?? 0,
    limit + 1,
  );
  return cutPage(rows, limit, (row) => `${row.rank}:${row.place}:${row.sequence}`, toTicket);
}

export const AT_COUNTER = `SELECT ${TICKET_COLUMNS} FROM tickets
  WHERE day = ? AND state IN ('called', 'serving') ORDER BY called_at DESC, sequence DESC LIMIT ?`;

/** Called or at a counter, the latest first. */
export function ticketsAtCounters(database: ReadableDatabase, day: CalendarDate, limit: number): Ticket[] {
  return database.all<Ticket>(AT_COUNTER, day, limit).map(toTicket);
}

export const HELD = `SELECT ${TICKET_COLUMNS} FROM tickets
  WHERE day = ? AND state = 'held' ORDER BY place, sequence LIMIT ?`;

export function heldTickets(database: ReadableDatabase, day: CalendarDate, limit: number): Ticket[] {
  return database.all<Ticket>(HELD, day, limit).map(toTicket);
}

export const MISSED = `SELECT ${TICKET_COLUMNS} FROM tickets
  WHERE day = ? AND state = 'no-show' ORDER BY closed_at DESC LIMIT ?`;

/** Given up today, the latest first. */
export function missedTickets(database: ReadableDatabase, day: CalendarDate, limit: number): Ticket[] {
  return database.all<Ticket>(MISSED, day, limit).map(toTicket);
}

export const LEFT_OPEN = `SELECT ${TICKET_COLUMNS} FROM tickets
  WHERE serving_rank IS NOT NULL AND day < ? ORDER BY day, serving_rank, place, sequence LIMIT ?`;

/** Open tickets of days before this one. */
export function ticketsLeftOpen(database: ReadableDatabase, day: CalendarDate, limit: number): Ticket[] {
  return database.all<Ticket>(LEFT_OPEN, day, limit).map(toTicket);
}

export const MEASURED = `SELECT measured_ms AS milliseconds, people FROM tickets
  WHERE letter = ? AND measured_ms IS NOT NULL ORDER BY closed_at DESC LIMIT ?`;

/** The last services of a group. */
export function measuredServices(database: ReadableDatabase, group: string, limit: number) {
  return database.all<{ milliseconds: number; people: number }>(MEASURED, group, limit);
}

export function toTicket(row: Ticket): Ticket {
  return ticketSchema.strip().parse(row);
}
