import type { TicketState } from '../../contract/domain/ticket.ts';

/**
 * ```
 *               called                served             finished
 *   waiting ───────────▶ called ──────────────▶ serving ─────────▶ finished
 *    ▲ ▲ │   put-back,    │ │ ▲ recalled          │
 *    │ │ │   skipped      │ │ └──┘                │ put-back, transferred: waiting
 *    │ │ └───────◀────────┘ │                     │
 *    │ │ held, resumed      │ missed              │ held
 *    │ └───────────▶ held ◀─┼─────────────────────┘
 *    │ reopened             ▼
 *    └────────────────── no-show ◀── day-ended, from whatever is open but at the counter
 * ```
 */
export type TicketEvent =
  | 'called'
  | 'recalled'
  | 'held'
  | 'resumed'
  | 'put-back'
  | 'skipped'
  | 'transferred'
  | 'served'
  | 'finished'
  | 'missed'
  | 'reopened'
  | 'day-ended';

const TRANSITIONS: Readonly<Record<TicketState, Readonly<Partial<Record<TicketEvent, TicketState>>>>> = {
  waiting: {
    called: 'called',
    held: 'held',
    transferred: 'waiting',
    served: 'serving',
    finished: 'finished',
    missed: 'no-show',
    'day-ended': 'no-show',
  },
  called: {
    recalled: 'called',
    held: 'held',
    'put-back': 'waiting',
    skipped: 'waiting',
    transferred: 'waiting',
    served: 'serving',
    finished: 'finished',
    missed: 'no-show',
    'day-ended': 'no-show',
  },
  held: {
    called: 'called',
    resumed: 'waiting',
    transferred: 'waiting',
    served: 'serving',
    finished: 'finished',
    missed: 'no-show',
    'day-ended': 'no-show',
  },
  serving: {
    held: 'held',
    'put-back': 'waiting',
    transferred: 'waiting',
    served: 'serving',
    finished: 'finished',
    missed: 'no-show',
    // Whoever was at the counter did come.
    'day-ended': 'finished',
  },
  finished: {},
  // An application of somebody who was given up may still be handed in from its draft.
  'no-show': { reopened: 'waiting', finished: 'finished' },
};

/** The next state, or null when the event has no place in this state and changes nothing. */
export function nextTicketState(state: TicketState, event: TicketEvent): TicketState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** A number called so often and not come is skipped or given up, not shouted at. */
export const MOST_CALLS = 3;

/** A skipped ticket waits behind this many others of its group: long enough to come back from the toilet. */
export const SKIP_BEHIND = 3;
