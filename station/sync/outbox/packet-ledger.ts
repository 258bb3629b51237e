import type { PacketState } from '../../../contract/domain/outbox.ts';
import type { Clock } from '../../clock/clock.ts';
import type { StationEvents } from '../../events.ts';
import type { Store, WritableDatabase } from '../../store/database.ts';
import { writeDownlink } from '../../store/tables/central.ts';
import { takeBackFeedback } from '../../store/tables/feedback-outbox.ts';
import type { WaitingPacket } from '../../store/tables/packets.ts';
import { nextPacketState, type PacketEvent } from './packet-state.ts';
import type { PacketTable } from './packet-table.ts';
import type { Resting } from './resting.ts';
import type { Verdict } from './verdict.ts';

/** What `recover` would say of the packet as well, whether it had been written down or not. */
const UNDONE_BY_RESTART: readonly PacketEvent['kind'][] = ['bundle-started', 'interrupted'];

/**
 * The one place where packets of a table change their state; everything that a restart does not put back is durable when it returns.
 * Throws `StoreError`.
 */
export interface PacketLedger {
  /** After a start nothing is on its way any more. */
  recover(): void;
  /** Writes down many verdicts in one transaction. */
  settle(verdicts: readonly Verdict[]): void;
  /** Moves one packet; false when the event has no place in its state. */
  move(packetId: string, event: PacketEvent): boolean;
  /** Moves many in one transaction. */
  moveAll(packets: readonly WaitingPacket[], event: PacketEvent): void;
  /**
   * Delivered packets that central lost wait again and all feedback with them, and everything it says is asked for anew: its feed went back too.
   */
  takeBack(packetIds: readonly string[]): void;
  /** Counts a try of packets that may or may not be at fault, so that others go first next time. */
  countTries(packets: readonly WaitingPacket[]): void;
}

export interface PacketLedgerDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: StationEvents;
  readonly resting: Resting;
  readonly table: PacketTable;
}

export function createPacketLedger(dependencies: PacketLedgerDependencies): PacketLedger {
  const { store, clock, events, resting, table } = dependencies;

  function announce(): void {
    events.publish({ type: 'outbox-changed' });
    events.publish({ type: 'applications-changed' });
  }

  function settleOne(database: WritableDatabase, verdict: Verdict): void {
    const { packet, event, acknowledgement } = verdict;
    if (verdict.rested) table.setTries(database, packet.packetId, packet.tries + 1);
    if (event === null) return;
    if (event.kind === 'acknowledged') {
      if (acknowledgement === null) throw new TypeError('delivered without an acknowledgement');
      if (nextState(database, packet.packetId, event) !== null)
        table.setDelivered(database, packet.packetId, acknowledgement, clock.now());
      return;
    }
    moveIn(database, packet.packetId, event);
  }

  function nextState(database: WritableDatabase, packetId: string, event: PacketEvent): PacketState | null {
    const state = table.stateOf(database, packetId);
    return state && nextPacketState(state, event);
  }

  function moveIn(database: WritableDatabase, packetId: string, event: PacketEvent): boolean {
    const next = nextState(database, packetId, event);
    if (next === null || next === 'delivered') return false;
    if (event.kind === 'lost-by-central') table.setUndelivered(database, packetId);
    else table.setState(database, packetId, next, event.kind === 'rejected' ? event.reason : null);
    if (event.kind === 'retried') table.setTries(database, packetId, 0);
    return true;
  }

  /** False when the event had no place in the state of any. */
  function moveAll(packetIds: readonly string[], event: PacketEvent): boolean {
    if (packetIds.length === 0) return false;
    const flushed = !UNDONE_BY_RESTART.includes(event.kind);
    const moved = store.transaction(
      (database) => packetIds.filter((packetId) => moveIn(database, packetId, event)),
      { flushed },
    );
    if (moved.length > 0) announce();
    return moved.length > 0;
  }

  return {
    recover: () => store.transaction((database) => table.interrupt(database)),
    settle(verdicts) {
      if (verdicts.length === 0) return;
      store.transaction((database) => {
        for (const verdict of verdicts) settleOne(database, verdict);
      });
      for (const { packet, rested } of verdicts) if (rested) resting.rest(packet.packetId, packet.tries);
      announce();
    },
    move: (packetId, event) => moveAll([packetId], event),
    moveAll(packets, event) {
      moveAll(
        packets.map(({ packetId }) => packetId),
        event,
      );
    },
    takeBack(packetIds) {
      if (packetIds.length === 0) return;
      store.transaction((database) => {
        for (const packetId of packetIds) moveIn(database, packetId, { kind: 'lost-by-central' });
        takeBackFeedback(database);
        writeDownlink(database, '', clock.now());
      });
      announce();
    },
    countTries(packets) {
      store.transaction((database) => {
        for (const { packetId, tries } of packets) table.setTries(database, packetId, tries + 1);
      });
    },
  };
}
