import type { Instant } from '../../contract/domain/identifiers.ts';
import type { QueueGroup, Ticket } from '../../contract/domain/ticket.ts';
import type { WritableDatabase } from '../store/database.ts';
import { moveBehind, readTicket, updateTicket } from '../store/tables/tickets.ts';
import { measuredBetween } from './estimates.ts';
import { nextTicketState, SKIP_BEHIND, type TicketEvent } from './ticket-state.ts';

export interface MoveDetails {
  readonly at: Instant;
  readonly counter?: number;
  readonly draftId?: string;
  readonly group?: QueueGroup;
}

/** Moves a ticket by one event and writes it down; null, and nothing written, when the event has no place in its state. */
export function moveTicket(
  database: WritableDatabase,
  ticket: Ticket,
  event: TicketEvent,
  details: MoveDetails,
): Ticket | null {
  const state = nextTicketState(ticket.state, event);
  if (state === null) return null;
  const moved: Ticket = {
    ...ticket,
    state,
    group: details.group ?? ticket.group,
    draftId: details.draftId ?? ticket.draftId,
    counter: details.counter ?? ticket.counter,
    ...callsAfter(ticket, event, details.at),
  };
  const isClosed = state === 'finished' || state === 'no-show';
  const served = event === 'finished' && ticket.state === 'serving';
  updateTicket(database, ticket.id, {
    ...moved,
    closedAt: isClosed ? details.at : null,
    measured: served ? measuredBetween(ticket.calledAt, details.at) : null,
  });
  if (event === 'skipped') moveBehind(database, ticket.id, SKIP_BEHIND);
  return moved;
}

/** The application of its draft was handed in. */
export function finishTicket(database: WritableDatabase, ticketId: string, at: Instant): void {
  const ticket = readTicket(database, ticketId);
  if (ticket) moveTicket(database, ticket, 'finished', { at });
}

/** A ticket that waits again was never called; one brought to the counter without a call came at that moment. */
function callsAfter(ticket: Ticket, event: TicketEvent, at: Instant): Pick<Ticket, 'calls' | 'calledAt'> {
  switch (event) {
    case 'called':
      return { calls: 1, calledAt: at };
    case 'recalled':
      return { calls: ticket.calls + 1, calledAt: at };
    case 'served':
      return { calls: ticket.calls, calledAt: ticket.calledAt ?? at };
    case 'held':
    case 'resumed':
    case 'put-back':
    case 'skipped':
    case 'transferred':
    case 'reopened':
      return { calls: 0, calledAt: null };
    case 'finished':
    case 'missed':
    case 'day-ended':
      return { calls: ticket.calls, calledAt: ticket.calledAt };
  }
}
