import { type FeedbackItem, LARGEST_FEEDBACK } from '../../../contract/central/feedback.ts';
import type { Rejection } from '../../../contract/central/packet.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Store } from '../../store/database.ts';
import {
  setFeedbackDelivered,
  setFeedbackRefused,
  waitingFeedback,
} from '../../store/tables/feedback-outbox.ts';
import type { LaneCall } from '../outbox/core-lane.ts';
import type { Pacing } from '../outbox/pacing/pacing.ts';
import type { SealingKeys } from '../sealing/sealer.ts';
import { concernsLine } from '../wire/failure.ts';
import { WireError } from '../wire/wire-error.ts';
import { readReceipt } from './read-receipt.ts';
import { fittingItems, sealFeedback } from './seal-feedback.ts';
import { sealNewMedia } from './seal-media.ts';

/** A central that does not know feedback, or refuses it as a whole, is asked again after this long. */
const REST_MS = 6 * 60 * 60_000;

/** Reasons that lie in what one item says; any other lies in keys or programs, and sending less would not help. */
const OF_AN_ITEM: readonly Rejection[] = ['ill-formed', 'too-large'];

export interface FeedbackLaneDependencies {
  readonly store: Store;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly pacing: Pick<Pacing, 'quietUntil'>;
  /** Null until the station is enrolled. */
  readonly keys: () => SealingKeys | null;
  /** Called when the line has brought something across for good. */
  readonly onProgress: () => void;
}

export interface FeedbackLane {
  /**
   * Sends one packet of what waits. False when none may go now. Throws `WireError` when the line or central as a whole failed, `StoreError`
   * when the receipt could not be written down.
   */
  sendOnce(call: LaneCall): Promise<boolean>;
}

/** Lane 1, after the cores: what citizens said, in packets that shrink to the one item central refuses. */
export function createFeedbackLane(dependencies: FeedbackLaneDependencies): FeedbackLane {
  const { store, clock, pacing, keys, onProgress } = dependencies;
  let largest = LARGEST_FEEDBACK;
  let restsUntil = Number.NEGATIVE_INFINITY;

  function rest(): false {
    restsUntil = clock.elapsed() + REST_MS;
    return false;
  }

  function refused(items: readonly FeedbackItem[], reason: Rejection): boolean {
    const [alone] = items;
    if (!OF_AN_ITEM.includes(reason) || alone === undefined) return rest();
    if (items.length === 1) store.transaction((database) => setFeedbackRefused(database, alone, reason));
    largest = items.length === 1 ? LARGEST_FEEDBACK : Math.floor(items.length / 2);
    return true;
  }

  return {
    async sendOnce({ client, central, signal }) {
      const ours = keys();
      if (ours === null || pacing.quietUntil() !== null || clock.elapsed() < restsUntil) return false;
      if (sealNewMedia(store)) return true;
      const items = fittingItems(waitingFeedback(store.read, largest), largest);
      if (items.length === 0) return false;
      const packet = await sealFeedback(items, ours);
      try {
        const answers = await client.sendFeedback([packet], signal);
        const answer = answers.find(({ packetId }) => packetId === packet.packetId);
        if (answer === undefined) return rest();
        if (answer.outcome === 'rejected') return refused(items, answer.reason);
        const kept = await readReceipt(answer, central, packet);
        if (kept === null || kept.length === 0) return rest();
        store.transaction((database) => {
          for (const name of kept) setFeedbackDelivered(database, name);
        });
        largest = LARGEST_FEEDBACK;
        onProgress();
        return true;
      } catch (error) {
        if (!(error instanceof WireError) || error.kind === 'aborted' || concernsLine(error)) throw error;
        return rest();
      }
    },
  };
}
