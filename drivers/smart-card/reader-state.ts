import type { ReaderReason } from '../ccid/reader-failure.ts';
import { missingCase } from '../missing-case.ts';

/**
 * ```
 *            attached             opened           session-started
 *  absent ────────────▶ opening ─────────▶ ready ◀─────────────────▶ busy
 *     ▲                  │                ▲ │      session-finished   │
 *     │ detached  problem│         opened │ │ problem                 │ problem
 *     │ (from any)       ▼                │ ▼                         ▼
 *     └───────────────── faulted(reason) ◀──────────────────────────────
 * ```
 */
export type ReaderState =
  | { readonly name: 'absent' }
  | { readonly name: 'opening' }
  | { readonly name: 'ready' }
  | { readonly name: 'busy' }
  | { readonly name: 'faulted'; readonly reason: ReaderReason };

export type ReaderEvent =
  | { readonly kind: 'attached' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'problem'; readonly reason: ReaderReason }
  | { readonly kind: 'session-started' }
  | { readonly kind: 'session-finished' };

export const ABSENT: ReaderState = { name: 'absent' };
const OPENING: ReaderState = { name: 'opening' };
const READY: ReaderState = { name: 'ready' };
const BUSY: ReaderState = { name: 'busy' };

/** The next state; the same object when the event changes nothing. */
export function nextReaderState(state: ReaderState, event: ReaderEvent): ReaderState {
  if (event.kind === 'detached') return ABSENT;
  switch (state.name) {
    case 'absent':
      return event.kind === 'attached' ? OPENING : state;
    case 'opening':
      if (event.kind === 'opened') return READY;
      return event.kind === 'problem' ? faulted(event.reason) : state;
    case 'ready':
      if (event.kind === 'session-started') return BUSY;
      return event.kind === 'problem' ? faulted(event.reason) : state;
    case 'busy':
      if (event.kind === 'session-finished') return READY;
      return event.kind === 'problem' ? faulted(event.reason) : state;
    case 'faulted':
      // Trying again in vain does not change what is told: the fault stays until the reader is open.
      if (event.kind === 'opened') return READY;
      return event.kind === 'problem' && event.reason !== state.reason ? faulted(event.reason) : state;
    default:
      return missingCase(state);
  }
}

function faulted(reason: ReaderReason): ReaderState {
  return { name: 'faulted', reason };
}
