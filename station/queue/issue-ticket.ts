import type { Identifier, Instant } from '../../contract/domain/identifiers.ts';
import type { PrintJob } from '../../contract/domain/print.ts';
import type { QueueGroup, Ticket, TicketPriority } from '../../contract/domain/ticket.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { Actor } from '../registration/actor.ts';
import { requireService } from '../registration/begin-draft.ts';
import { refusal } from '../rpc/refusal.ts';
import { takeAlong } from '../self-service/take-along.ts';
import type { ReadableDatabase, WritableDatabase } from '../store/database.ts';
import { passedOver } from '../store/tables/queue-calls.ts';
import { queueCounts } from '../store/tables/queue-counts.ts';
import {
  insertTicket,
  measuredServices,
  nextTicketNumber,
  readTicket,
  ticketPrintJob,
} from '../store/tables/tickets.ts';
import { closeEarlierDays } from './day-end.ts';
import type { QueueDependencies } from './dependencies.ts';
import { estimateMinutes, MEASURED_TICKETS, medianPerPerson, ticketsBefore } from './estimates.ts';

export interface IssueInput {
  readonly id: Identifier;
  readonly printJobId: Identifier;
  readonly serviceKey: string;
  readonly priority: TicketPriority;
  /** A family on one ticket. */
  readonly people: number;
  readonly appointmentAt: Instant | null;
  /** What the citizen filled in alone, to be taken along. */
  readonly draftId: Identifier | null;
}

export interface Issued {
  readonly ticket: Ticket;
  readonly print: PrintJob;
  readonly waitingBefore: number;
  /** Null while too little was measured. */
  readonly estimateMinutes: number | null;
}

/** Repeating the id answers the same ticket and prints nothing more; `CONFLICT` for another service under it. */
export function createIssue(dependencies: QueueDependencies) {
  const { store, clock, events, audit, catalogs, printing, stationName } = dependencies;

  function known(database: ReadableDatabase, input: IssueInput): Issued | null {
    const ticket = readTicket(database, input.id);
    if (!ticket) return null;
    if (ticket.serviceKey !== input.serviceKey) throw refusal('CONFLICT');
    const print = printing.find(database, ticketPrintJob(database, ticket.id) ?? '');
    if (!print) throw new RangeError('a ticket without its paper');
    return { ticket, print, ...prospect(database, ticket) };
  }

  function issueNew(database: WritableDatabase, input: IssueInput, actor: Actor): Issued {
    const at = clock.now();
    const service = requireService(catalogs.current().catalog, input.serviceKey);
    const day = dayInWib(at);
    closeEarlierDays(database, day, at);
    const drawn = nextTicketNumber(database, day, service.queueLetter);
    const ticket: Ticket = {
      id: input.id,
      number: `${service.queueLetter}-${String(drawn).padStart(3, '0')}`,
      serviceKey: service.key,
      group: service.queueLetter,
      day,
      state: 'waiting',
      priority: input.priority,
      people: input.people,
      appointmentAt: input.appointmentAt,
      counter: null,
      calls: 0,
      calledAt: null,
      draftId: input.draftId,
      issuedAt: at,
    };
    const before = prospect(database, ticket);
    const document = {
      kind: 'ticket',
      number: ticket.number,
      service: service.name,
      waitingBefore: before.waitingBefore,
      stationName: stationName(),
      issuedAt: at,
    } as const;
    insertTicket(database, ticket, input.printJobId);
    if (input.draftId !== null) {
      takeAlong(database, catalogs, input.draftId, ticket, at);
      audit.append(database, {
        action: 'draft-started',
        outcome: 'done',
        subjectId: input.draftId,
        ...actor,
      });
    }
    const request = { id: input.printJobId, subjectId: ticket.id, label: ticket.number, document };
    const print = printing.enqueue(database, request, at);
    audit.append(database, { action: 'ticket-issued', outcome: 'done', subjectId: ticket.id, ...actor });
    return { ticket, print, ...before };
  }

  return function issue(input: IssueInput, actor: Actor): Issued {
    if (input.appointmentAt !== null && actor.face !== 'counter') throw refusal('FORBIDDEN');
    const outcome = store.transaction((database) => {
      const before = known(database, input);
      return before
        ? { issued: before, isNew: false }
        : { issued: issueNew(database, input, actor), isNew: true };
    });
    if (outcome.isNew) {
      if (input.draftId !== null) events.publish({ type: 'draft-changed', draftId: input.draftId });
      events.publish({ type: 'queue-changed' });
      events.publish({ type: 'printing-changed' });
      printing.wake();
    }
    return outcome.issued;
  };
}

/** What lies before a ticket that comes now, or came a moment ago. */
function prospect(
  database: ReadableDatabase,
  ticket: Ticket,
): Pick<Issued, 'waitingBefore' | 'estimateMinutes'> {
  const { day, group } = ticket;
  const counts = queueCounts(database, day);
  const itself = readTicket(database, ticket.id)?.state === 'waiting' ? 1 : 0;
  const ahead = ticket.priority !== 'none';
  const waitingBefore = Math.max(0, ticketsBefore(counts, ahead, passedOver(database, day, null)) - itself);
  const medianOf = (letter: QueueGroup) =>
    medianPerPerson(measuredServices(database, letter, MEASURED_TICKETS));
  return { waitingBefore, estimateMinutes: estimateMinutes(waitingBefore, counts, group, medianOf) };
}
