import type { CalendarDate, Instant } from '../../contract/domain/identifiers.ts';
import type { WritableDatabase } from '../store/database.ts';
import { ticketsLeftOpen } from '../store/tables/tickets.ts';
import { moveTicket } from './move-ticket.ts';

/** So many at a time: a day nobody closed must not stand in memory. */
const BATCH = 200;

/**
 * Closes what earlier days left open, in the first transaction of a new day: whoever still waited, was called or was on
 * hold counts as no-show; whoever was at the counter did come. Costs one look into an index on every other day.
 */
export function closeEarlierDays(database: WritableDatabase, today: CalendarDate, at: Instant): number {
  let closed = 0;
  for (;;) {
    const left = ticketsLeftOpen(database, today, BATCH);
    for (const ticket of left) moveTicket(database, ticket, 'day-ended', { at });
    closed += left.length;
    if (left.length < BATCH) return closed;
  }
}
