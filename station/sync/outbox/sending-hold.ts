import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { LineState, SendingHold } from '../../../contract/domain/outbox.ts';

export interface SendingFacts {
  readonly waiting: number;
  /** Cores among them: they go whatever the budget says. */
  readonly waitingCores: number;
  /** Central is being spoken to. */
  readonly busy: boolean;
  readonly line: LineState;
  readonly lastProblem: string | null;
  readonly nextTryAt: Instant | null;
  readonly quietUntil: Instant | null;
  /** When bundles may go again; null while they may. */
  readonly bundlesHeldUntil: Instant | null;
  /** Central has said that it takes nothing of this station any more; it may have been long ago. */
  readonly revoked: boolean;
}

/** How a station is told that it does not belong to this central, or knows that it belongs to none. */
const NOT_ADMITTED: readonly string[] = ['not-enrolled', 'station-unknown', 'code-refused', 'other-central'];

/** Why nothing goes out now; null when something does, or nothing waits. */
export function sendingHold(facts: SendingFacts): SendingHold | null {
  const { waiting, waitingCores, busy, line, lastProblem, nextTryAt, quietUntil, bundlesHeldUntil, revoked } =
    facts;
  if (waiting === 0) return null;
  // Before all that ends by itself, because this does not.
  if (revoked && !busy) return { reason: 'revoked', until: nextTryAt };
  if (quietUntil !== null && !busy) return { reason: 'quiet-hours', until: quietUntil };
  if (waitingCores === 0 && bundlesHeldUntil !== null && lastProblem === null)
    return { reason: 'budget-spent', until: bundlesHeldUntil };
  if (busy) return null;
  const until = nextTryAt;
  if (lastProblem !== null && NOT_ADMITTED.includes(lastProblem)) return { reason: 'not-enrolled', until };
  if (line === 'down') return { reason: 'no-line', until };
  if (lastProblem?.startsWith('refused') === true) return { reason: 'central-refuses', until };
  if (line === 'unknown' && lastProblem === null) return { reason: 'not-enrolled', until };
  return { reason: 'waiting-for-try', until };
}
