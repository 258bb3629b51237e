import { decodeHeader, decodeMessage, HEADER_LENGTH, LONGEST_EVENT, type PtpMessage } from './container.ts';

export type EventMessage =
  | { readonly kind: 'event'; readonly event: PtpMessage }
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array };

export interface EventStream {
  /** One packet of the interrupt endpoint in, never an empty one; at most one message out. */
  push(packet: Uint8Array): EventMessage | null;
}

/**
 * Joins events that are longer than a packet: an event ends at its length, and no later than a short packet. Holds
 * one event at most, and begins anew after garbage, such as the rest of an event whose beginning nobody read.
 */
export function createEventStream(packetSize: number): EventStream {
  let held = new Uint8Array();
  return {
    push(packet) {
      const bytes = new Uint8Array(held.length + packet.length);
      bytes.set(held);
      bytes.set(packet, held.length);
      held = new Uint8Array();
      const event = decodeMessage('event', bytes);
      if (event) return { kind: 'event', event };
      if (packet.length < packetSize || !mayBegin(bytes)) return { kind: 'garbage', bytes };
      held = bytes;
      return null;
    },
  };
}

function mayBegin(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_LENGTH) return true;
  const header = decodeHeader(bytes);
  return header?.type === 'event' && header.length <= LONGEST_EVENT && bytes.length < header.length;
}
