import { missingCase } from './missing-case.ts';

/**
 * What every driver says of its device: the one machine of printer, scanner, card reader and still camera.
 *
 * ```
 *            attached              well               work-started
 *  absent ────────────▶ opening ────────────▶ ready ◀────────────────▶ busy
 *     ▲                  │   ▲                │  ▲     work-finished    │ ▲
 *     │ detached  problem│   │ reopening      │  │ well         problem │ │ well, work held
 *     │ (from any)       ▼   │ (from any)     ▼  │                      ▼ │
 *     └───────────────── faulted(reason, holdsWork) ◀─────────────────────┘
 * ```
 * Trying again in vain changes nothing of what is told: a fault stays until the device is well. `holdsWork`: the
 * trouble came in the middle of work that has not ended, as when paper runs out, and goes on once that is put right.
 */
export type DeviceState<Reason> =
  | { readonly name: 'absent' }
  | { readonly name: 'opening' }
  | { readonly name: 'ready' }
  | { readonly name: 'busy' }
  | { readonly name: 'faulted'; readonly reason: Reason; readonly holdsWork: boolean };

export type DeviceEvent<Reason> =
  | { readonly kind: 'attached' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'well' }
  | { readonly kind: 'problem'; readonly reason: Reason }
  | { readonly kind: 'work-started' }
  | { readonly kind: 'work-finished' };

export const ABSENT = { name: 'absent' } as const;
const OPENING = { name: 'opening' } as const;
const READY = { name: 'ready' } as const;
const BUSY = { name: 'busy' } as const;

/** The next state; the same object when the event changes nothing. */
export function nextDeviceState<Reason extends string>(
  state: DeviceState<Reason>,
  event: DeviceEvent<Reason>,
): DeviceState<Reason> {
  if (event.kind === 'detached') return state.name === 'absent' ? state : ABSENT;
  if (state.name === 'absent') return event.kind === 'attached' ? OPENING : state;
  switch (event.kind) {
    case 'attached':
      return state;
    case 'reopening':
      return state.name === 'opening' ? state : OPENING;
    case 'well':
      return afterTrouble(state);
    case 'problem':
      return withProblem(state, event.reason);
    case 'work-started':
      return state.name === 'ready' ? BUSY : state;
    case 'work-finished':
      return withoutWork(state);
    default:
      return missingCase(event);
  }
}

function afterTrouble<Reason>(state: DeviceState<Reason>): DeviceState<Reason> {
  if (state.name === 'opening') return READY;
  if (state.name !== 'faulted') return state;
  return state.holdsWork ? BUSY : READY;
}

function withProblem<Reason>(state: DeviceState<Reason>, reason: Reason): DeviceState<Reason> {
  if (state.name !== 'faulted') return { name: 'faulted', reason, holdsWork: state.name === 'busy' };
  return state.reason === reason ? state : { ...state, reason };
}

function withoutWork<Reason>(state: DeviceState<Reason>): DeviceState<Reason> {
  if (state.name === 'busy') return READY;
  return state.name === 'faulted' && state.holdsWork ? { ...state, holdsWork: false } : state;
}
