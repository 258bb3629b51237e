import type { Upload } from './bundle-parts.ts';

/** One request that adds to an upload. */
export interface Turn {
  /** Aborted when the station asks anew: it has given this request up, and what came by it is to be written down. */
  readonly signal: AbortSignal;
  end(): void;
}

/**
 * Who is adding to which upload at this copy of central. A station that asks how far an upload stands, or goes on with it,
 * has given up its earlier request; what that one brought must be written down before anything is answered.
 */
export interface UnderWay {
  /** Ends what is under way for an upload; resolves when all it brought is written down. */
  settle(upload: Upload): Promise<void>;
  /** Settles, and then begins a turn of its own. */
  begin(upload: Upload): Promise<Turn>;
}

export function createUnderWay(): UnderWay {
  const turns = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>();

  async function end({ abort, ended }: { abort: AbortController; ended: Promise<void> }): Promise<void> {
    abort.abort();
    await ended;
  }

  return {
    async settle(upload) {
      const turn = turns.get(keyOf(upload));
      if (turn) await end(turn);
    },
    async begin(upload) {
      const key = keyOf(upload);
      // Nothing may wait between the last look and taking the turn.
      for (let turn = turns.get(key); turn; turn = turns.get(key)) await end(turn);
      const abort = new AbortController();
      const { promise: ended, resolve } = Promise.withResolvers<void>();
      turns.set(key, { abort, ended });
      return {
        signal: abort.signal,
        end() {
          turns.delete(key);
          resolve();
        },
      };
    },
  };
}

function keyOf({ stationId, packetId }: Upload): string {
  return `${stationId} ${packetId}`;
}
