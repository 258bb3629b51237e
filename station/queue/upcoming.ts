import type { CalendarDate, Instant } from '../../contract/domain/identifiers.ts';
import type { QueueGroup, Ticket } from '../../contract/domain/ticket.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { passedOver } from '../store/tables/queue-calls.ts';
import {
  firstAhead,
  firstAppointments,
  firstWaiting,
  type WaitingTicket,
} from '../store/tables/queue-heads.ts';
import { type Choice, callingOrder, chooseNext, dueWindow } from './scheduler.ts';

/** Whom the fair rule names, from the first of each lane: three rows however full the hall is. */
export function nextInQueue(
  database: ReadableDatabase,
  day: CalendarDate,
  group: QueueGroup | null,
  now: Instant,
): Choice<WaitingTicket> | null {
  const heads = {
    oldest: firstWaiting(database, day, group, 1)[0] ?? null,
    appointment: firstAppointments(database, day, dueWindow(now), group, 1)[0] ?? null,
    ahead: firstAhead(database, day, group, 1)[0] ?? null,
  };
  return chooseNext(heads, passedOver(database, day, group));
}

/** The next ones in calling order. The first `limit` of that order are always among the first `limit` of each lane. */
export function upcoming(
  database: ReadableDatabase,
  day: CalendarDate,
  now: Instant,
  limit: number,
): Ticket[] {
  const lanes = [
    ...firstWaiting(database, day, null, limit),
    ...firstAppointments(database, day, dueWindow(now), null, limit),
    ...firstAhead(database, day, null, limit),
  ];
  const each = [...new Map(lanes.map((ticket) => [ticket.id, ticket])).values()];
  return callingOrder(each, passedOver(database, day, null), now)
    .slice(0, limit)
    .map(({ ticket }) => ticket);
}
