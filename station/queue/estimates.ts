import type { QueueGroup } from '../../contract/domain/ticket.ts';
import type { QueueCount } from '../store/tables/queue-counts.ts';
import { MOST_PASSED_OVER } from './scheduler.ts';

/** Service times looked at: the last ones of the group, so that a slow morning is forgotten by the afternoon. */
export const MEASURED_TICKETS = 20;

/** One or two say nothing about the next. */
const FEWEST_MEASURED = 3;

/** Longer was somebody who forgot to close the ticket, or a clock that was put right. */
export const LONGEST_SERVICE_MILLISECONDS = 4 * 60 * 60_000;

/** How long one ticket was at the counter, and for how many people. */
export interface Measured {
  readonly milliseconds: number;
  readonly people: number;
}

/** Milliseconds at the counter; null where the wall clock was moved in between or nobody closed the ticket. */
export function measuredBetween(calledAt: number | null, closedAt: number): number | null {
  if (calledAt === null) return null;
  const milliseconds = closedAt - calledAt;
  return milliseconds > 0 && milliseconds <= LONGEST_SERVICE_MILLISECONDS ? milliseconds : null;
}

/** Median milliseconds a person takes; null while too little was measured. */
export function medianPerPerson(measured: readonly Measured[]): number | null {
  if (measured.length < FEWEST_MEASURED) return null;
  const each = measured.map(({ milliseconds, people }) => milliseconds / people).sort((a, b) => a - b);
  const middle = Math.floor(each.length / 2);
  const upper = each[middle] ?? 0;
  return each.length % 2 === 1 ? upper : ((each[middle - 1] ?? 0) + upper) / 2;
}

/** Tickets called sooner than one that comes now, by the fair rule and if nobody else comes. */
export function ticketsBefore(counts: readonly QueueCount[], ahead: boolean, passedOver: number): number {
  const waiting = counts.filter(({ state }) => state === 'waiting');
  const total = (lane: boolean) =>
    waiting.reduce((sum, count) => sum + (count.ahead === lane ? count.tickets : 0), 0);
  const [ordinary, urgent] = [total(false), total(true)];
  if (!ahead) return ordinary + urgent;
  return urgent + Math.min(ordinary, Math.floor((urgent + passedOver) / MOST_PASSED_OVER));
}

/**
 * Minutes until a ticket with `before` others before it is called, rounded up; null where a group that waits, or its own,
 * was not measured: no number is better than a made-up one.
 */
export function estimateMinutes(
  before: number,
  counts: readonly QueueCount[],
  own: QueueGroup,
  medianOf: (group: QueueGroup) => number | null,
): number | null {
  if (medianOf(own) === null) return null;
  const waiting = counts.filter(({ state, tickets }) => state === 'waiting' && tickets > 0);
  if (before === 0 || waiting.length === 0) return 0;
  let [milliseconds, tickets] = [0, 0];
  for (const count of waiting) {
    const median = medianOf(count.group);
    if (median === null) return null;
    milliseconds += count.people * median;
    tickets += count.tickets;
  }
  return Math.ceil((before * milliseconds) / tickets / 60_000);
}
