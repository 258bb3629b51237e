import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TicketState, ticketStateSchema } from '../../contract/domain/ticket.ts';
import { nextTicketState, type TicketEvent } from './ticket-state.ts';

const EVENTS: readonly TicketEvent[] = [
  'called',
  'recalled',
  'held',
  'resumed',
  'put-back',
  'skipped',
  'transferred',
  'served',
  'finished',
  'missed',
  'reopened',
  'day-ended',
];
const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 });
const isClosed = (state: TicketState) => state === 'finished' || state === 'no-show';

test('whatever happens, the end of the day closes a ticket, and what is finished stays finished', () => {
  fc.assert(
    fc.property(events, (list) => {
      let state: TicketState = 'waiting';
      for (const event of list) {
        const next: TicketState = nextTicketState(state, event) ?? state;
        if (state === 'finished') expect(next).toBe('finished');
        state = next;
      }
      if (!isClosed(state)) expect(isClosed(nextTicketState(state, 'day-ended') ?? state)).toBe(true);
    }),
  );
});

test('only somebody who was called is called again, and only who is on hold is resumed', () => {
  for (const state of ticketStateSchema.options) {
    expect(nextTicketState(state, 'recalled') !== null).toBe(state === 'called');
    expect(nextTicketState(state, 'resumed') !== null).toBe(state === 'held');
    expect(nextTicketState(state, 'reopened') !== null).toBe(state === 'no-show');
  }
});

test('a call and a no-show can be undone', () => {
  expect(nextTicketState('called', 'put-back')).toBe('waiting');
  expect(nextTicketState('no-show', 'reopened')).toBe('waiting');
  expect(nextTicketState('held', 'resumed')).toBe('waiting');
});

test('whoever was at the counter when the day ended did come', () => {
  expect(nextTicketState('serving', 'day-ended')).toBe('finished');
  expect(nextTicketState('waiting', 'day-ended')).toBe('no-show');
});
