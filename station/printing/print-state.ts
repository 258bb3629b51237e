import type { PrintProblem, PrintState } from '../../contract/domain/print.ts';

/**
 * ```
 *             started              printed
 *   waiting ──────────▶ printing ───────────▶ printed
 *    ▲ │ ▲               │    │                  ▲
 *    │ │ │ did-not-print │    │ became-uncertain │ came-out
 *    │ │ │retried        ▼    ▼                  │
 *    │ └─┼────────▶ not-printed   uncertain ─────┘
 *    │   └─────────────┘             │
 *    └───────────did-not-come-out────┘
 * ```
 * Nothing leaves `uncertain` or `not-printed` without a person.
 */
export type PrintEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'printed' }
  | { readonly kind: 'did-not-print'; readonly problem: PrintProblem }
  | { readonly kind: 'became-uncertain'; readonly problem: PrintProblem }
  | { readonly kind: 'came-out' }
  | { readonly kind: 'did-not-come-out' }
  | { readonly kind: 'retried' };

const TRANSITIONS: Readonly<Record<PrintState, Readonly<Partial<Record<PrintEvent['kind'], PrintState>>>>> = {
  waiting: { started: 'printing', 'did-not-print': 'not-printed' },
  printing: { printed: 'printed', 'did-not-print': 'not-printed', 'became-uncertain': 'uncertain' },
  printed: {},
  uncertain: { 'came-out': 'printed', 'did-not-come-out': 'waiting' },
  'not-printed': { retried: 'waiting' },
};

/** The next state, or null when the event has no place in this state and changes nothing. */
export function nextPrintState(state: PrintState, event: PrintEvent): PrintState | null {
  return TRANSITIONS[state][event.kind] ?? null;
}
