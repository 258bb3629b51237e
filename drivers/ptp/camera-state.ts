import { missingCase } from '../missing-case.ts';
import type { CaptureReason } from './capture-result.ts';

/**
 * ```
 *            attached             opened          capture-started
 *  absent ────────────▶ opening ────────▶ ready ◀─────────────────▶ busy
 *     ▲                 │     ▲          ▲  │     capture-finished   │
 *     │ detached        │     └──────────┼──┴────────────────────────┘
 *     │ (from any)      │                │   reopening (from any but absent)
 *     │          problem▼                │ opened
 *     └──────────── faulted(reason) ─────┘
 *                       ▲ problem (from any but absent)
 * ```
 */
export type CameraState =
  | { readonly name: 'absent' }
  | { readonly name: 'opening' }
  | { readonly name: 'ready' }
  | { readonly name: 'busy' }
  | { readonly name: 'faulted'; readonly reason: CaptureReason };

export type CameraEvent =
  | { readonly kind: 'attached' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'capture-started' }
  | { readonly kind: 'capture-finished' }
  | { readonly kind: 'problem'; readonly reason: CaptureReason };

const ABSENT: CameraState = { name: 'absent' };
const OPENING: CameraState = { name: 'opening' };
const READY: CameraState = { name: 'ready' };
const BUSY: CameraState = { name: 'busy' };

/** The next state; the same object when the event changes nothing. */
export function nextCameraState(state: CameraState, event: CameraEvent): CameraState {
  if (event.kind === 'detached') return ABSENT;
  if (state.name === 'absent') return event.kind === 'attached' ? OPENING : state;
  if (event.kind === 'reopening') return OPENING;
  if (event.kind === 'problem') return faulted(state, event.reason);
  switch (state.name) {
    case 'opening':
      return event.kind === 'opened' ? READY : state;
    case 'ready':
      return event.kind === 'capture-started' ? BUSY : state;
    case 'busy':
      return event.kind === 'capture-finished' ? READY : state;
    case 'faulted':
      return event.kind === 'opened' ? READY : state;
    default:
      return missingCase(state);
  }
}

function faulted(state: CameraState, reason: CaptureReason): CameraState {
  return state.name === 'faulted' && state.reason === reason ? state : { name: 'faulted', reason };
}
