import type { Clock } from '../../clock/clock.ts';
import { backoff } from '../backoff.ts';

/** Packets that failed by themselves and wait a while, so that the others go on. Forgotten by a restart on purpose. */
export interface Resting {
  rest(packetId: string, tries: number): void;
  isResting(packetId: string): boolean;
  count(): number;
  /** Milliseconds until this one may be tried again; null when it does not rest. */
  restsFor(packetId: string): number | null;
  /** Milliseconds until the first one may be tried again; null when none rests. */
  nextIn(): number | null;
  wakeAll(): void;
}

export function createResting(clock: Clock, random: () => number): Resting {
  const due = new Map<string, number>();

  function dropDue(): void {
    for (const [packetId, at] of due) if (at <= clock.elapsed()) due.delete(packetId);
  }

  return {
    rest(packetId, tries) {
      due.set(packetId, clock.elapsed() + backoff(tries + 2, random()));
    },
    isResting(packetId) {
      dropDue();
      return due.has(packetId);
    },
    restsFor(packetId) {
      dropDue();
      const at = due.get(packetId);
      return at === undefined ? null : at - clock.elapsed();
    },
    count() {
      dropDue();
      return due.size;
    },
    nextIn() {
      dropDue();
      return due.size === 0 ? null : Math.min(...due.values()) - clock.elapsed();
    },
    wakeAll: () => due.clear(),
  };
}
