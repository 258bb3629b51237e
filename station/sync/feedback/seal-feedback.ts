import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  type FeedbackContent,
  type FeedbackItem,
  type FeedbackPacket,
  LARGEST_FEEDBACK,
} from '../../../contract/central/feedback.ts';
import { sealSigned } from '../sealing/seal-signed.ts';
import type { SealingKeys } from '../sealing/sealer.ts';

/** Bytes of JSON in one packet: signed and sealed they are 16 ∕ 9 of it, below the 64 kB of a sealed core. */
const LARGEST_JSON = 32 * 1024;

/** As many of the first items as fit one packet; at least one. Pure. */
export function fittingItems(items: readonly FeedbackItem[], largest: number): readonly FeedbackItem[] {
  const fitting: FeedbackItem[] = [];
  let bytes = 0;
  for (const item of items.slice(0, Math.min(largest, LARGEST_FEEDBACK))) {
    bytes += Buffer.byteLength(JSON.stringify(item));
    if (fitting.length > 0 && bytes > LARGEST_JSON) break;
    fitting.push(item);
  }
  return fitting;
}

/** Signs items and seals them to central, as a packet's core. Another packet each time: only the items are the same. */
export async function sealFeedback(
  items: readonly FeedbackItem[],
  { stationId, signingKey, sealingKey }: SealingKeys,
): Promise<FeedbackPacket> {
  const packetId = uuidv7();
  const content: FeedbackContent = { packetId, stationId, items: [...items] };
  const sealed = await sealSigned(content, signingKey, sealingKey);
  return { packetId, sha256: createHash('sha256').update(sealed).digest('hex'), sealed };
}
