import type { Clock } from '../../clock/clock.ts';
import type { StationEvents } from '../../events.ts';

/** Often enough to see it move, seldom enough that telling costs nothing. */
const TELL_EVERY_MS = 1_000;

/**
 * How far bundles have come, for people to look at: what central was last known to have, and what went since. Forgotten
 * by a restart on purpose: central is asked then.
 */
export interface Progress {
  note(packetId: string, bytes: number): void;
  /** Bytes of the bundle; 0 when nothing is known. */
  of(packetId: string): number;
  /** Of all bundles together. */
  total(): number;
  forget(packetId: string): void;
}

export function createProgress(clock: Clock, events: StationEvents): Progress {
  const known = new Map<string, number>();
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    note(packetId, bytes) {
      known.set(packetId, bytes);
      if (clock.elapsed() - toldAt < TELL_EVERY_MS) return;
      toldAt = clock.elapsed();
      events.publish({ type: 'outbox-changed' });
    },
    of: (packetId) => known.get(packetId) ?? 0,
    total: () => [...known.values()].reduce((sum, bytes) => sum + bytes, 0),
    forget: (packetId) => void known.delete(packetId),
  };
}
