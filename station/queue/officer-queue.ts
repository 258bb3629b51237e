import type { QueueGroup, Ticket } from '../../contract/domain/ticket.ts';
import type { TicketStep } from '../../contract/station/queue.ts';
import type { AuditAction } from '../audit/audit.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Actor } from '../registration/actor.ts';
import { beginDraft } from '../registration/begin-draft.ts';
import { badRequest, refusal } from '../rpc/refusal.ts';
import type { ReadableDatabase, WritableDatabase } from '../store/database.ts';
import { readDraft, setOpenedBy } from '../store/tables/drafts.ts';
import { insertQueueCall, setPassedOver } from '../store/tables/queue-calls.ts';
import { readTicket, ticketsAtCounters } from '../store/tables/tickets.ts';
import { closeEarlierDays } from './day-end.ts';
import type { QueueDependencies } from './dependencies.ts';
import { type MoveDetails, moveTicket } from './move-ticket.ts';
import { MOST_CALLS, nextTicketState, type TicketEvent } from './ticket-state.ts';
import { nextInQueue } from './upcoming.ts';

/** At once at all counters of a hall; only one of them is called here. */
const MOST_AT_COUNTERS = 100;

const EVENTS: Readonly<Record<TicketStep, TicketEvent>> = {
  call: 'called',
  recall: 'recalled',
  hold: 'held',
  resume: 'resumed',
  skip: 'skipped',
  'put-back': 'put-back',
  finish: 'finished',
  'no-show': 'missed',
  reopen: 'reopened',
};

/** What of it is worth the audit chain. */
const ACTIONS: Readonly<Partial<Record<TicketEvent, AuditAction>>> = {
  called: 'ticket-called',
  served: 'ticket-served',
  finished: 'ticket-closed',
  missed: 'ticket-closed',
  reopened: 'ticket-reopened',
  transferred: 'ticket-transferred',
};

/** What officers do with tickets. Every method may throw `StoreError`, `NOT_FOUND` and `CONFLICT`. */
export function createOfficerQueue(dependencies: QueueDependencies) {
  const { store, clock, events, audit, catalogs, queueSettings } = dependencies;
  const { counter } = queueSettings;

  /** A transaction of today: what earlier days left open is closed first. */
  function today<Result>(work: (database: WritableDatabase, at: number, day: string) => Result): Result {
    const result = store.transaction((database) => {
      const at = clock.now();
      const day = dayInWib(at);
      closeEarlierDays(database, day, at);
      return work(database, at, day);
    });
    events.publish({ type: 'queue-changed' });
    return result;
  }

  function required(database: ReadableDatabase, ticketId: string): Ticket {
    const ticket = readTicket(database, ticketId);
    if (!ticket) throw refusal('NOT_FOUND');
    return ticket;
  }

  function moved(
    database: WritableDatabase,
    ticket: Ticket,
    event: TicketEvent,
    actor: Actor,
    details: MoveDetails,
  ): Ticket {
    const next = moveTicket(database, ticket, event, details);
    if (next === null) throw refusal('CONFLICT');
    if (event === 'called' || event === 'recalled')
      insertQueueCall(database, next, next.counter ?? counter(), details.at);
    const action = ACTIONS[event];
    const outcome = next.state === 'no-show' || next.state === 'finished' ? next.state : 'done';
    if (action) audit.append(database, { action, outcome, subjectId: ticket.id, ...actor });
    return next;
  }

  /** What is served in the group it waits in now: after a transfer no longer what the number was drawn for. */
  function serviceOf({ group, serviceKey }: Ticket): string {
    const inGroup = catalogs.current().catalog.services.filter(({ queueLetter }) => queueLetter === group);
    const same = inGroup.find(({ key }) => key === serviceKey);
    return (same ?? inGroup[0])?.key ?? serviceKey;
  }

  /** The draft begun for a ticket, unless it was discarded since. */
  function keptDraft(database: ReadableDatabase, ticket: Ticket): string | null {
    const draft = ticket.draftId === null ? null : readDraft(database, ticket.draftId);
    return draft && draft.discardedAt === null ? draft.id : null;
  }

  return {
    callNext(group: QueueGroup | null, actor: Actor): { ticket: Ticket | null } {
      return today((database, at, day) => {
        const loket = counter();
        const here = ticketsAtCounters(database, day, MOST_AT_COUNTERS).find(
          (ticket) => ticket.state === 'called' && ticket.counter === loket,
        );
        if (here) return { ticket: here };
        const choice = nextInQueue(database, day, group, at);
        if (choice === null) return { ticket: null };
        setPassedOver(database, day, group, choice.passedOver);
        return { ticket: moved(database, choice.ticket.ticket, 'called', actor, { at, counter: loket }) };
      });
    },

    move(ticketId: string, step: TicketStep, seenCalls: number, actor: Actor): Ticket {
      return today((database, at) => {
        const ticket = required(database, ticketId);
        const event = EVENTS[step];
        const isSecondTap =
          step === 'recall'
            ? ticket.state === 'called' && ticket.calls !== seenCalls
            : nextTicketState(ticket.state, event) === null && alreadyThere(ticket, event);
        if (isSecondTap) return ticket;
        if (step === 'recall' && ticket.calls >= MOST_CALLS) throw refusal('CONFLICT');
        return moved(database, ticket, event, actor, step === 'call' ? { at, counter: counter() } : { at });
      });
    },

    transfer(ticketId: string, group: QueueGroup, actor: Actor): Ticket {
      if (!catalogs.current().catalog.services.some(({ queueLetter }) => queueLetter === group))
        throw badRequest([{ at: 'group', code: 'unknown-group' }]);
      return today((database, at) => {
        const ticket = required(database, ticketId);
        if (ticket.state === 'waiting' && ticket.group === group) return ticket;
        return moved(database, ticket, 'transferred', actor, { at, group });
      });
    },

    /** Opens the ticket's draft, or begins one. `CONFLICT` when the citizen has left. */
    serve(ticketId: string, draftId: string, actor: Actor): { ticket: Ticket; draftId: string } {
      const outcome = today((database, at) => {
        const ticket = required(database, ticketId);
        const kept = keptDraft(database, ticket);
        if (ticket.state === 'serving' && kept !== null) return { ticket, draftId: kept };
        const opened = kept ?? draftId;
        const details = { at, counter: ticket.counter ?? counter(), draftId: opened };
        const served = moved(database, ticket, 'served', actor, details);
        const { officerId } = actor;
        if (kept !== null && officerId !== null) setOpenedBy(database, kept, officerId);
        if (kept === null) {
          const beginning = {
            id: draftId,
            serviceKey: serviceOf(ticket),
            officerId,
            ticket,
            correction: null,
          };
          beginDraft(database, catalogs, beginning, at);
        }
        return { ticket: served, draftId: opened };
      });
      events.publish({ type: 'draft-changed', draftId: outcome.draftId });
      return outcome;
    },

    close(ticketId: string, outcome: 'finished' | 'no-show', actor: Actor): Ticket {
      return today((database, at) => {
        const ticket = required(database, ticketId);
        if (ticket.state === outcome) return ticket;
        if (ticket.state === 'no-show') throw refusal('CONFLICT');
        return moved(database, ticket, outcome === 'finished' ? 'finished' : 'missed', actor, { at });
      });
    },
  };
}

/** Is the ticket where this event leads? Then it came twice. */
function alreadyThere(ticket: Ticket, event: TicketEvent): boolean {
  switch (event) {
    case 'called':
    case 'recalled':
      return ticket.state === 'called';
    case 'held':
      return ticket.state === 'held';
    case 'resumed':
    case 'put-back':
    case 'skipped':
    case 'transferred':
    case 'reopened':
      return ticket.state === 'waiting';
    case 'served':
      return ticket.state === 'serving';
    case 'finished':
      return ticket.state === 'finished';
    case 'missed':
    case 'day-ended':
      return ticket.state === 'no-show';
  }
}
