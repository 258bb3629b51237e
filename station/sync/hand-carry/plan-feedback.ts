import {
  type FeedbackPacket,
  LARGEST_FEEDBACK,
  MOST_FEEDBACK_PACKETS,
} from '../../../contract/central/feedback.ts';
import { LARGEST_SEALED_CHARACTERS } from '../../../contract/central/packet.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import { waitingFeedback } from '../../store/tables/feedback-outbox.ts';
import { fittingItems, sealFeedback } from '../feedback/seal-feedback.ts';
import type { SealingKeys } from '../sealing/sealer.ts';

/** All packets of feedback in one file, at most. */
export const LARGEST_SAID_BYTES = MOST_FEEDBACK_PACKETS * LARGEST_SEALED_CHARACTERS;

/** What citizens said and central does not have, sealed for a file, the oldest first, as far as it fits. */
export async function planFeedback(read: ReadableDatabase, keys: SealingKeys): Promise<FeedbackPacket[]> {
  const packets: FeedbackPacket[] = [];
  let items = waitingFeedback(read, LARGEST_FEEDBACK * MOST_FEEDBACK_PACKETS);
  while (items.length > 0 && packets.length < MOST_FEEDBACK_PACKETS) {
    const fitting = fittingItems(items, LARGEST_FEEDBACK);
    packets.push(await sealFeedback(fitting, keys));
    items = items.slice(fitting.length);
  }
  return packets;
}
