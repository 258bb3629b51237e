import {
  type FeedbackAnswer,
  type FeedbackName,
  type FeedbackPacket,
  feedbackReceiptSchema,
} from '../../../contract/central/feedback.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import { readSigned } from '../wire/signed-answer.ts';

/**
 * The items central says, by its pinned key, that it has of this station; null when it does not say so. `packet` is what was sent, where that is
 * known: the receipt must be for it. A carried packet is not remembered, and the items it names are what counts.
 */
export async function readReceipt(
  answer: FeedbackAnswer,
  central: PinnedCentral,
  packet: Pick<FeedbackPacket, 'packetId' | 'sha256'> | null,
): Promise<readonly FeedbackName[] | null> {
  if (answer.outcome !== 'acknowledged') return null;
  const receipt = await readSigned(answer.acknowledgement, feedbackReceiptSchema, central.signingKey);
  if (receipt === null || receipt.stationId !== central.stationId) return null;
  if (packet !== null && (receipt.packetId !== packet.packetId || receipt.sha256 !== packet.sha256))
    return null;
  return receipt.items;
}
