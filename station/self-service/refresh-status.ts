import type { Instant } from '../../contract/domain/identifiers.ts';
import type { RefreshOutcome } from '../../contract/station/self-service.ts';
import type { Clock } from '../clock/clock.ts';
import type { StationEvents } from '../events.ts';
import { receiveStatuses } from '../registration/receive-statuses.ts';
import type { Store } from '../store/database.ts';
import { readApplication } from '../store/tables/applications.ts';
import type { AskStatus } from '../sync/status/ask-status.ts';

/** Pressing again sooner than this asks nobody: a status does not change by the second, and the line is for all. */
const AGAIN_AFTER_MS = 15_000;
/** Codes remembered; a morning's visitors. */
const REMEMBERED = 200;

export interface StatusRefresh {
  /** Asks central and writes down what it said. Throws `StoreError`. */
  refresh(applicationId: string, trackingCode: string): Promise<RefreshOutcome>;
  /** When central last confirmed exactly this application since the start; null when it did not. */
  confirmedAt(applicationId: string): Instant | null;
}

export function createStatusRefresh(dependencies: {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly events: StationEvents;
  readonly ask: AskStatus;
}): StatusRefresh {
  const { store, clock, events, ask } = dependencies;
  const confirmed = new Map<string, { readonly at: Instant; readonly elapsed: number }>();

  function confirm(applicationId: string): void {
    confirmed.delete(applicationId);
    confirmed.set(applicationId, { at: clock.now(), elapsed: clock.elapsed() });
    const [oldest] = confirmed.keys();
    if (confirmed.size > REMEMBERED && oldest !== undefined) confirmed.delete(oldest);
  }

  return {
    confirmedAt: (applicationId) => confirmed.get(applicationId)?.at ?? null,
    async refresh(applicationId, trackingCode) {
      const last = confirmed.get(applicationId);
      if (last !== undefined && clock.elapsed() - last.elapsed < AGAIN_AFTER_MS) return 'fresh';
      const asked = await ask(trackingCode);
      if (asked.outcome !== 'answered') return asked.outcome;
      const { found } = asked;
      const revision = readApplication(store.read, applicationId)?.revision;
      // Central speaks of what it has; of a correction that is still here it knows nothing.
      if (found === null || found.revision !== revision || found.status.applicationId !== applicationId)
        return 'not-arrived';
      store.transaction((database) => receiveStatuses(database, [found.status]));
      confirm(applicationId);
      events.publish({ type: 'applications-changed' });
      return 'fresh';
    },
  };
}
