import type { CalendarDate } from '../../contract/domain/identifiers.ts';
import type { Board, Desk, SpeechSetting } from '../../contract/station/queue.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { lastCalls } from '../store/tables/queue-calls.ts';
import { type QueueCount, queueCounts } from '../store/tables/queue-counts.ts';
import { ticketsAtCounters } from '../store/tables/tickets.ts';

/** As many as are read across a hall. */
const SHOWN = 6;

/** What the display shows. Made of numbers alone, so that nothing else can reach it. */
export function boardOf(database: ReadableDatabase, day: CalendarDate, speech: SpeechSetting): Board {
  return {
    serving: ticketsAtCounters(database, day, SHOWN).map(({ number, counter }) => ({
      number,
      counter: counter ?? 1,
    })),
    calls: lastCalls(database, day, SHOWN),
    groups: waitingByGroup(queueCounts(database, day)),
    speech,
  };
}

/** Groups that had a ticket today, by letter. */
export function waitingByGroup(counts: readonly QueueCount[]): Desk['groups'] {
  const waiting = new Map<string, number>();
  for (const { group, state, tickets } of counts)
    waiting.set(group, (waiting.get(group) ?? 0) + (state === 'waiting' ? tickets : 0));
  return [...waiting].map(([group, tickets]) => ({ group, waiting: tickets }));
}
