import { LARGEST_QUESTION } from '../../../contract/central/packet.ts';
import type { Clock } from '../../clock/clock.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import { keptPackets } from '../../store/tables/packet-lists.ts';
import { WireError } from '../wire/wire-error.ts';
import type { LaneCall } from './core-lane.ts';
import type { PacketLedger } from './packet-ledger.ts';

/** Restoring a database is a matter of days; a quarter of one costs about 5 kB for a week of applications. */
const EVERY_MS = 6 * 60 * 60_000;

/**
 * Asks central whether it still has what it acknowledged. A central restored from yesterday's backup has lost what came
 * since, and nobody else can know.
 */
export interface DeliveredCheck {
  /** Somebody wants to know: the next round asks. */
  ask(): void;
  /** Asks if it is time to; what is missing waits to be sent again. Answers how many were missing. Throws `WireError`. */
  run(call: Pick<LaneCall, 'client' | 'signal'>): Promise<number>;
}

export function createDeliveredCheck(dependencies: {
  readonly read: ReadableDatabase;
  readonly clock: Clock;
  readonly ledger: PacketLedger;
}): DeliveredCheck {
  const { read, clock, ledger } = dependencies;
  let dueAt = Number.NEGATIVE_INFINITY;

  async function missingOf({ client, signal }: Pick<LaneCall, 'client' | 'signal'>): Promise<number> {
    let missing = 0;
    let after = 0;
    for (;;) {
      const asked = keptPackets(read, after, LARGEST_QUESTION);
      const last = asked.at(-1);
      if (last === undefined) return missing;
      const ids = new Set(asked.map(({ packetId }) => packetId));
      const answer = await client.missing([...ids], signal);
      const lost = answer.filter((packetId) => ids.has(packetId));
      ledger.takeBack(lost);
      missing += lost.length;
      after = last.counter;
    }
  }

  return {
    ask() {
      dueAt = Number.NEGATIVE_INFINITY;
    },
    async run(call) {
      if (clock.elapsed() < dueAt) return 0;
      try {
        const missing = await missingOf(call);
        dueAt = clock.elapsed() + EVERY_MS;
        return missing;
      } catch (error) {
        // A central older than the question.
        if (error instanceof WireError && error.status === 404) return 0;
        throw error;
      }
    },
  };
}
