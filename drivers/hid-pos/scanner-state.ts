import { missingCase } from '../missing-case.ts';

/**
 * Why a scanner that is plugged in cannot be used.
 *
 * - `busy`: another program holds it
 * - `denied`: the system gives no access; its udev rules are missing
 * - `silent`: it takes no report
 * - `unknown-layout`: its report descriptor describes no scan we can read
 * - `garbage`: it keeps sending what its own descriptor does not allow
 * - `error`: anything else the system reports
 */
export type ScannerFault = 'busy' | 'denied' | 'silent' | 'unknown-layout' | 'garbage' | 'error';

/**
 * ```
 *           attached              opened
 *  absent ───────────▶ opening ───────────▶ ready
 *     ▲                    │                │  ▲
 *     │ detached           │ failed  failed │  │ opened
 *     │ (from any)         ▼                ▼  │
 *     └──────────────────────── faulted(reason)
 * ```
 */
export type ScannerState =
  | { readonly name: 'absent' }
  | { readonly name: 'opening' }
  | { readonly name: 'ready' }
  | { readonly name: 'faulted'; readonly reason: ScannerFault };

export type ScannerEvent =
  | { readonly kind: 'attached' }
  | { readonly kind: 'detached' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'failed'; readonly reason: ScannerFault };

const ABSENT: ScannerState = { name: 'absent' };
const OPENING: ScannerState = { name: 'opening' };
const READY: ScannerState = { name: 'ready' };

/** The next state; the same object when the event changes nothing. */
export function nextScannerState(state: ScannerState, event: ScannerEvent): ScannerState {
  if (event.kind === 'detached') return ABSENT;
  switch (state.name) {
    case 'absent':
      return event.kind === 'attached' ? OPENING : state;
    case 'opening':
      if (event.kind === 'opened') return READY;
      return event.kind === 'failed' ? { name: 'faulted', reason: event.reason } : state;
    case 'ready':
      return event.kind === 'failed' ? { name: 'faulted', reason: event.reason } : state;
    case 'faulted':
      // Trying again in vain does not change what is told: the fault stays until the scanner is open.
      if (event.kind === 'opened') return READY;
      return event.kind === 'failed' && event.reason !== state.reason
        ? { name: 'faulted', reason: event.reason }
        : state;
    default:
      return missingCase(state);
  }
}
