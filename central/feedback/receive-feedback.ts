import {
  type FeedbackAnswer,
  type FeedbackContent,
  type FeedbackPacket,
  type FeedbackReceipt,
  feedbackContentSchema,
} from '../../contract/central/feedback.ts';
import type { Rejection } from '../../contract/central/packet.ts';
import type { Database } from '../database/database.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import { signPayload } from '../keys/sign.ts';
import { openSealed } from '../packets/open-sealed.ts';
import type { Station } from '../stations/stations.ts';
import { keepFeedback } from './feedback-rows.ts';

export interface FeedbackParts {
  readonly database: Database;
  readonly keys: CentralKeys;
  readonly now: () => number;
}

/**
 * Keeps what a packet of feedback holds, each item once, and answers with a receipt; the same again gets a receipt again. Rejects only when
 * the database fails.
 */
export async function receiveFeedback(
  { database, keys, now }: FeedbackParts,
  packet: FeedbackPacket,
  station: Station,
): Promise<FeedbackAnswer> {
  const { packetId, sha256 } = packet;
  const opened = await openFeedback(packet, station, keys);
  if ('rejection' in opened) return { packetId, outcome: 'rejected', reason: opened.rejection };
  const { items } = opened.content;
  const receivedAt = now();
  await database.transaction(async (queries) => {
    // Two packets of one station that hold the same items must not wait for each other.
    await queries.query('SELECT 1 FROM station_feeds WHERE station_id = $1 FOR UPDATE', [station.id]);
    for (const item of items) await keepFeedback(queries, station.id, item, receivedAt);
  });
  const receipt: FeedbackReceipt = {
    packetId,
    sha256,
    stationId: station.id,
    receivedAt,
    items: items.map(({ kind, id, revision }) => ({ kind, id, revision })),
  };
  return { packetId, outcome: 'acknowledged', acknowledgement: await signPayload(receipt, keys.signing) };
}

async function openFeedback(
  packet: FeedbackPacket,
  station: Station,
  keys: CentralKeys,
): Promise<{ readonly content: FeedbackContent } | { readonly rejection: Rejection }> {
  const opened = await openSealed(packet, station, keys.sealing);
  if ('rejection' in opened) return opened;
  const content = feedbackContentSchema.safeParse(opened.payload);
  if (!content.success) return { rejection: 'ill-formed' };
  if (content.data.stationId !== station.id) return { rejection: 'wrong-station' };
  return content.data.packetId === packet.packetId ? { content: content.data } : { rejection: 'ill-formed' };
}
