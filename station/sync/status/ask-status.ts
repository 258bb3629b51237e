import { randomBytes } from 'node:crypto';
import { type StatusAnswer, statusAnswerSchema } from '../../../contract/central/status-answer.ts';
import type { Clock } from '../../clock/clock.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import type { Pacing } from '../outbox/pacing/pacing.ts';
import type { CentralClient } from '../wire/central-client.ts';
import { readSigned } from '../wire/signed-answer.ts';
import { WireError } from '../wire/wire-error.ts';

/** Somebody stands before the screen: a line that needs longer than this for 1 kB is told as none. */
const DEADLINE_MS = 8_000;

/** `refused`: central answered, and not with a status of this station's. */
export type AskedStatus =
  | { readonly outcome: 'answered'; readonly found: StatusAnswer['found'] }
  | { readonly outcome: 'no-line' | 'quiet-hours' | 'refused' };

/** Asks central now after one application of this station. Never throws. */
export type AskStatus = (trackingCode: string) => Promise<AskedStatus>;

export interface AskStatusDependencies {
  readonly clock: Pick<Clock, 'after'>;
  readonly pacing: Pick<Pacing, 'quietUntil'>;
  readonly pinned: () => PinnedCentral | null;
  /** Null while nobody said where central is. */
  readonly client: () => CentralClient | null;
}

export function createAskStatus({ clock, pacing, pinned, client }: AskStatusDependencies): AskStatus {
  return async (trackingCode) => {
    const [central, line] = [pinned(), client()];
    if (central === null || line === null) return { outcome: 'no-line' };
    if (pacing.quietUntil() !== null) return { outcome: 'quiet-hours' };
    const deadline = new AbortController();
    const cancel = clock.after(DEADLINE_MS, () => deadline.abort());
    try {
      const nonce = randomBytes(16).toString('base64url');
      const token = await line.statusOf(trackingCode, nonce, deadline.signal);
      const answer = await readSigned(token, statusAnswerSchema, central.signingKey);
      const isOurs =
        answer !== null &&
        answer.stationId === central.stationId &&
        answer.nonce === nonce &&
        answer.trackingCode === trackingCode;
      return isOurs ? { outcome: 'answered', found: answer.found } : { outcome: 'refused' };
    } catch (error) {
      const isRefused = error instanceof WireError && error.kind === 'refused';
      return { outcome: isRefused ? 'refused' : 'no-line' };
    } finally {
      cancel();
    }
  };
}
