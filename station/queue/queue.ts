import type { Ticket } from '../../contract/domain/ticket.ts';
import type { Board, Desk } from '../../contract/station/queue.ts';
import { dayInWib } from '../clock/calendar.ts';
import type { ReadableDatabase } from '../store/database.ts';
import type { Page } from '../store/page.ts';
import { openPrintJobs } from '../store/tables/print-jobs.ts';
import { queueCounts, ticketsIn } from '../store/tables/queue-counts.ts';
import {
  heldTickets,
  missedTickets,
  openTickets,
  readTicket,
  ticketsAtCounters,
} from '../store/tables/tickets.ts';
import { boardOf, waitingByGroup } from './board.ts';
import type { QueueDependencies } from './dependencies.ts';
import { createIssue } from './issue-ticket.ts';
import { createOfficerQueue } from './officer-queue.ts';
import { upcoming } from './upcoming.ts';

/** As many as an officer looks through. */
const SHOWN = 20;

export type Queue = ReturnType<typeof createQueue>;

/** The queue of a day. Every method may throw `StoreError`. */
export function createQueue(dependencies: QueueDependencies) {
  const { store, clock, queueSettings } = dependencies;
  const { counter, speech } = queueSettings;

  /** Numbers of today whose paper did not come out, and who are still here to be told. */
  function untold(database: ReadableDatabase, day: string): Desk['untold'] {
    return openPrintJobs(database, SHOWN)
      .filter(({ kind }) => kind === 'ticket')
      .flatMap(({ subjectId }) => readTicket(database, subjectId) ?? [])
      .filter((ticket) => ticket.day === day && (ticket.state === 'waiting' || ticket.state === 'held'))
      .map(({ id, number }) => ({ ticketId: id, number }));
  }

  return {
    today(after: string | null, limit: number): Page<Ticket> & { waiting: number; finished: number } {
      const day = dayInWib(clock.now());
      const counts = queueCounts(store.read, day);
      return {
        ...openTickets(store.read, day, after, limit),
        waiting: ticketsIn(counts, 'waiting'),
        finished: ticketsIn(counts, 'finished'),
      };
    },

    desk(): Desk {
      const at = clock.now();
      const day = dayInWib(at);
      const counts = queueCounts(store.read, day);
      const here = counter();
      const atCounters = ticketsAtCounters(store.read, day, SHOWN);
      return {
        counter: here,
        waiting: ticketsIn(counts, 'waiting'),
        finished: ticketsIn(counts, 'finished'),
        groups: waitingByGroup(counts),
        current: atCounters.filter((ticket) => ticket.counter === here),
        upcoming: upcoming(store.read, day, at, SHOWN),
        held: heldTickets(store.read, day, SHOWN),
        missed: missedTickets(store.read, day, SHOWN),
        untold: untold(store.read, day),
      };
    },

    board(): Board {
      return boardOf(store.read, dayInWib(clock.now()), speech);
    },

    issue: createIssue(dependencies),
    ...createOfficerQueue(dependencies),
  };
}
