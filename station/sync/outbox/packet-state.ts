import type { Rejection } from '../../../contract/central/packet.ts';
import type { PacketState } from '../../../contract/domain/outbox.ts';

/**
 * ```
 *          bundle-wanted            bundle-started
 *  sealed ───────────────▶ core-sent ───────────────▶ sending
 *    ▲ ▲ ▲                  │     ▲                     │ │
 *    │ │ └───core-unknown───┘     └──interrupted, ──────┘ │
 *    │ │                             bundle-wanted        │
 *    │ └────────────────────────core-unknown──────────────┘
 *    │ retried
 *    │                 sealed, core-sent, sending ──acknowledged──▶ delivered
 *  quarantined ◀──rejected── sealed, core-sent, sending
 *  sealed ◀──lost-by-central── delivered
 * ```
 * `acknowledged` means an acknowledgement that was verified, never just an answer.
 */
export type PacketEvent =
  /** Central stored the core and wants the bundle. */
  | { readonly kind: 'bundle-wanted' }
  | { readonly kind: 'bundle-started' }
  /** The bundle did not get through, or the station was restarted while it was on its way. */
  | { readonly kind: 'interrupted' }
  /** Central does not know the core it was sent, so the core goes again. */
  | { readonly kind: 'core-unknown' }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'rejected'; readonly reason: Rejection | LocalReason }
  /** Central acknowledged it and does not have it: it was restored from a backup. */
  | { readonly kind: 'lost-by-central' }
  /** An officer lets a quarantined packet try again. */
  | { readonly kind: 'retried' };

/** Reasons of the station's own to give a packet up to an officer. */
export type LocalReason = 'bundle-lost';

type Transitions = Readonly<Record<PacketState, Readonly<Partial<Record<PacketEvent['kind'], PacketState>>>>>;

const TRANSITIONS: Transitions = {
  sealed: { 'bundle-wanted': 'core-sent', acknowledged: 'delivered', rejected: 'quarantined' },
  'core-sent': {
    'bundle-wanted': 'core-sent',
    'bundle-started': 'sending',
    'core-unknown': 'sealed',
    acknowledged: 'delivered',
    rejected: 'quarantined',
  },
  sending: {
    'bundle-wanted': 'core-sent',
    interrupted: 'core-sent',
    'core-unknown': 'sealed',
    acknowledged: 'delivered',
    rejected: 'quarantined',
  },
  delivered: { 'lost-by-central': 'sealed' },
  quarantined: { retried: 'sealed' },
};

/** The next state, or null when the event has no place in this state and changes nothing. */
export function nextPacketState(state: PacketState, event: PacketEvent): PacketState | null {
  return TRANSITIONS[state][event.kind] ?? null;
}

/** States in which the packet still has to travel. */
export const WAITING_STATES = ['sealed', 'core-sent', 'sending'] as const satisfies readonly PacketState[];
