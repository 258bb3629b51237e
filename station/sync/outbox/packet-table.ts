import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { PacketState } from '../../../contract/domain/outbox.ts';
import type { ReadableDatabase, WritableDatabase } from '../../store/database.ts';
import {
  bundleOf,
  interruptSending,
  nextPackets,
  packetStateOf,
  setDelivered,
  setPacketState,
  setTries,
  setUndelivered,
  type WaitingPacket,
} from '../../store/tables/packets.ts';

/** Where things that travel as packets do are written down: the applications' packets, or the media of complaints. */
export interface PacketTable {
  /** Those whose core central has, those that failed least first. */
  next(read: ReadableDatabase, limit: number): WaitingPacket[];
  /** Null when it is not here any more. */
  bundleOf(read: ReadableDatabase, packetId: string): Uint8Array | null;
  stateOf(read: ReadableDatabase, packetId: string): PacketState | null;
  setState(database: WritableDatabase, packetId: string, state: PacketState, reason: string | null): void;
  setDelivered(database: WritableDatabase, packetId: string, acknowledgement: string, at: Instant): void;
  setUndelivered(database: WritableDatabase, packetId: string): void;
  setTries(database: WritableDatabase, packetId: string, tries: number): void;
  interrupt(database: WritableDatabase): void;
}

export const APPLICATION_PACKETS: PacketTable = {
  next: (read, limit) => nextPackets(read, 'core-sent', limit),
  bundleOf,
  stateOf: packetStateOf,
  setState: setPacketState,
  setDelivered,
  setUndelivered,
  setTries,
  interrupt: interruptSending,
};
