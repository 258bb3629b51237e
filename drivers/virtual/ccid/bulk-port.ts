import type { InPacket, OutHandshake } from '../usb/virtual-usb-device.ts';
import { announcedLength, HEADER_LENGTH } from './ccid-wire.ts';
import { PACKET_SIZE } from './virtual-ccid-descriptor.ts';

/** Messages in and out of a reader, cut into packets. One buffer serves both directions, as in small firmware. */
export interface BulkPort {
  /** NAK until what was answered has been read; STALL for a message longer than the reader takes. */
  packetOut(packet: Uint8Array): OutHandshake;
  packetIn(): InPacket;
  send(message: Uint8Array): void;
  /** Throws away what has not been read, and half a message that came in. */
  clear(): void;
}

export interface BulkPortOptions {
  readonly maximumMessageLength: number;
  readonly receive: (message: Uint8Array) => void;
  readonly onProblem: (problem: string) => void;
  /** Called when a NAKed packet may now succeed. */
  readonly onReady: () => void;
}

export function createBulkPort(options: BulkPortOptions): BulkPort {
  let incoming: number[] = [];
  let outgoing: Uint8Array[] = [];

  return {
    packetOut(packet) {
      if (outgoing.length > 0) return 'nak';
      incoming.push(...packet);
      const message = Uint8Array.from(incoming);
      const length = announcedLength(message);
      if (length !== null && length > options.maximumMessageLength - HEADER_LENGTH) {
        options.onProblem(`A message announces ${length} bytes, more than the reader takes`);
        incoming = [];
        return 'stall';
      }
      const whole = length !== null && message.length === HEADER_LENGTH + length;
      if (!whole && packet.length === PACKET_SIZE) return 'ack';
      incoming = [];
      if (whole) options.receive(message);
      else options.onProblem(`A transfer of ${message.length} bytes announces ${length}`);
      return 'ack';
    },
    packetIn() {
      const packet = outgoing.shift();
      if (packet && outgoing.length === 0) options.onReady();
      return packet ?? 'nak';
    },
    send(message) {
      for (let offset = 0; offset < message.length; offset += PACKET_SIZE) {
        outgoing.push(message.subarray(offset, offset + PACKET_SIZE));
      }
      // A transfer that fills its last packet is ended by an empty one (USB 2.0, 5.8.3).
      if (message.length % PACKET_SIZE === 0) outgoing.push(new Uint8Array());
      options.onReady();
    },
    clear() {
      incoming = [];
      outgoing = [];
    },
  };
}
