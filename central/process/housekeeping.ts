import type { Database } from '../database/database.ts';
import { purgeParts } from '../uploads/purge-parts.ts';

/** Any copy may do it, and each does: an hour is short beside what is kept for weeks. */
const EVERY_MS = 60 * 60_000;

export interface Housekeeping {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Forgets, now and every hour, uploads that were given up. Does not keep the process alive. */
export function startHousekeeping(dependencies: {
  readonly database: Database;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}): Housekeeping {
  const { database, now, onFailure } = dependencies;
  let running = sweep();
  const timer = setInterval(() => {
    running = running.then(sweep);
  }, EVERY_MS);
  timer.unref();

  async function sweep(): Promise<void> {
    try {
      await purgeParts(database, now());
    } catch (error) {
      onFailure(error);
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
