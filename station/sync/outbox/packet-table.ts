import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { PacketState } from '../../../contract/domain/outbox.ts';
import type { BundleFiles } from '../../store/bundles/bundle-files.ts';
import type { BundleReader } from '../../store/bundles/bundle-reader.ts';
import type { ReadableDatabase, WritableDatabase } from '../../store/database.ts';
import { openBundle } from '../../store/tables/packet-bundles.ts';
import {
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
  /** Null when it is not here any more. Whoever opens it closes it. */
  openBundle(read: ReadableDatabase, packetId: string): BundleReader | null;
  stateOf(read: ReadableDatabase, packetId: string): PacketState | null;
  setState(database: WritableDatabase, packetId: string, state: PacketState, reason: string | null): void;
  setDelivered(database: WritableDatabase, packetId: string, acknowledgement: string, at: Instant): void;
  setUndelivered(database: WritableDatabase, packetId: string): void;
  setTries(database: WritableDatabase, packetId: string, tries: number): void;
  interrupt(database: WritableDatabase): void;
}

export function applicationPackets(bundles: BundleFiles): PacketTable {
  return {
    next: (read, limit) => nextPackets(read, 'core-sent', limit),
    openBundle: (read, packetId) => openBundle(read, bundles, packetId),
    stateOf: packetStateOf,
    setState: setPacketState,
    setDelivered,
    setUndelivered,
    setTries,
    interrupt: interruptSending,
  };
}
