import { missingCase } from '../missing-case.ts';
import type { PrintReason } from './print-result.ts';

/**
 * ```
 *            attached                   opened                job-started
 *  absent ────────────▶ opening ──────────────────▶ ready ◀───────────────▶ busy
 *     ▲                    │  ▲                      │  ▲    job-finished     │ ▲
 *     │ detached           │  │ reopening    problem │  │ well         problem│ │ well, job held
 *     │ (from any)  problem▼  │                      ▼  │                     ▼ │
 *     └──────────────────  faulted(reason, holdsJob) ◀──────────────────────────┘
 * ```
 * `holdsJob`: paper ran out (or the cover was opened) in the middle of a job, which goes on once that is put right.
 */
export type PrinterState =
  | { readonly name: 'absent' }
  | { readonly name: 'opening' }
  | { readonly name: 'ready' }
  | { readonly name: 'busy' }
  | { readonly name: 'faulted'; readonly reason: PrintReason; readonly holdsJob: boolean };

export type PrinterEvent =
  | { readonly kind: 'attached' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'well' }
  | { readonly kind: 'problem'; readonly reason: PrintReason }
  | { readonly kind: 'job-started' }
  | { readonly kind: 'job-finished' };

const ABSENT: PrinterState = { name: 'absent' };
const OPENING: PrinterState = { name: 'opening' };
const READY: PrinterState = { name: 'ready' };
const BUSY: PrinterState = { name: 'busy' };

/** The next state; the same object when the event changes nothing. */
export function nextPrinterState(state: PrinterState, event: PrinterEvent): PrinterState {
  if (event.kind === 'detached') return ABSENT;
  switch (state.name) {
    case 'absent':
      return event.kind === 'attached' ? OPENING : state;
    case 'opening':
      if (event.kind === 'well') return READY;
      return event.kind === 'problem' ? faulted(event.reason, false) : state;
    case 'ready':
      if (event.kind === 'job-started') return BUSY;
      if (event.kind === 'reopening') return OPENING;
      return event.kind === 'problem' ? faulted(event.reason, false) : state;
    case 'busy':
      if (event.kind === 'job-finished') return READY;
      if (event.kind === 'reopening') return OPENING;
      return event.kind === 'problem' ? faulted(event.reason, true) : state;
    case 'faulted':
      return afterFault(state, event);
    default:
      return missingCase(state);
  }
}

function afterFault(state: PrinterState & { name: 'faulted' }, event: PrinterEvent): PrinterState {
  if (event.kind === 'well') return state.holdsJob ? BUSY : READY;
  if (event.kind === 'reopening') return OPENING;
  if (event.kind === 'job-finished') return faulted(state.reason, false);
  if (event.kind === 'problem' && event.reason !== state.reason) return faulted(event.reason, state.holdsJob);
  return state;
}

function faulted(reason: PrintReason, holdsJob: boolean): PrinterState {
  return { name: 'faulted', reason, holdsJob };
}
