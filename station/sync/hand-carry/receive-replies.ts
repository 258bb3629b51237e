import type { FeedbackName } from '../../../contract/central/feedback.ts';
import type { CarryAnswer, CarryReply } from '../../../contract/central/hand-carry.ts';
import type { CarriedNews, ReadReply } from '../../../contract/station/hand-carry.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import {
  lastReplied,
  readCarriedNews,
  setCarryReplied,
  writeCarriedNews,
} from '../../store/tables/carried-files.ts';
import { setFeedbackDelivered } from '../../store/tables/feedback-outbox.ts';
import { findMedia } from '../../store/tables/media-outbox.ts';
import { findPacket, packetStateOf } from '../../store/tables/packets.ts';
import { type ApplyDependencies, applyPages } from '../downlink/apply-pages.ts';
import { type OpenedPage, openPage } from '../downlink/open-page.ts';
import { readReceipt } from '../feedback/read-receipt.ts';
import type { PinnedCentral } from '../outbox/acknowledgement.ts';
import type { PacketLedger } from '../outbox/packet-ledger.ts';
import { nextPacketState, type PacketEvent } from '../outbox/packet-state.ts';
import { judge, type Verdict } from '../outbox/verdict.ts';
import type { ReceivingKey } from '../sealing/receiving-key.ts';
import { readReply } from './read-reply.ts';
import type { ReplyFile } from './reply-files.ts';

export interface ReplyDependencies extends ApplyDependencies {
  readonly ledger: PacketLedger;
  readonly mediaLedger: PacketLedger;
  readonly receivingKey: ReceivingKey;
}

/**
 * Takes in replies, the oldest first, each judged packet by packet as an answer that came by the line; what else it brings is taken over in
 * one transaction. A reply that is refused changes nothing. Throws `StoreError`.
 */
export async function receiveReplies(
  dependencies: ReplyDependencies,
  central: PinnedCentral,
  files: readonly ReplyFile[],
): Promise<ReadReply[]> {
  const { store } = dependencies;
  const replies: ReadReply[] = [];
  const good: { readonly fileName: string; readonly reply: CarryReply }[] = [];
  for (const { fileName, bytes } of files) {
    const reply = bytes === null ? 'unreadable' : readReply(bytes, central);
    if (typeof reply === 'string') replies.push({ outcome: 'refused', fileName, reason: reply });
    else good.push({ fileName, reply });
  }
  for (const { fileName, reply } of good.toSorted((one, other) => one.reply.number - other.reply.number)) {
    const { number } = reply;
    const last = lastReplied(store.read)?.number ?? 0;
    if (number < last) replies.push({ outcome: 'refused', fileName, reason: 'older' });
    else if (number === last) replies.push({ outcome: 'replayed', fileName, number });
    else
      replies.push({
        outcome: 'received',
        fileName,
        number,
        ...(await settle(dependencies, central, reply)),
      });
  }
  return replies;
}

async function settle(
  dependencies: ReplyDependencies,
  central: PinnedCentral,
  { number, answers, changes = [], feedback = [], media = [] }: CarryReply,
): Promise<{ readonly delivered: number; readonly rejected: number; readonly news: CarriedNews }> {
  const { store, clock, ledger, mediaLedger, receivingKey } = dependencies;
  const verdicts: Verdict[] = [];
  let delivered = 0;
  let rejected = 0;
  for (const answer of answers) {
    const packet = findPacket(store.read, answer.packetId);
    if (packet === null) continue;
    const verdict = await judge(packet, answer, central);
    // An acknowledgement that is not for exactly this packet says nothing of it.
    if (verdict.event === null) continue;
    verdicts.push(verdict);
    if (!isNews(store.read, packet.packetId, verdict.event)) continue;
    if (verdict.event.kind === 'acknowledged') delivered += 1;
    else rejected += 1;
  }
  ledger.settle(verdicts);
  mediaLedger.settle(await judgeMedia(store.read, central, media));
  // After it: when the power goes between the two, the same reply is read again and changes nothing more.
  const kept: FeedbackName[] = [];
  for (const answer of feedback) kept.push(...((await readReceipt(answer, central, null)) ?? []));
  const pages = await openPages(changes, central, receivingKey);
  const [first, last] = [pages?.[0], pages?.at(-1)];
  const isApplied = applyPages(dependencies, pages ?? [], {
    follows(database, from, stands) {
      if (from === stands) return true;
      // Files written one after the other ask from the same place, and the newer reply holds all that the older one held.
      const news = readCarriedNews(database);
      return news?.toCursor === stands && news.fromCursor === from && news.number < number;
    },
    along(database, applied) {
      setCarryReplied(database, number, clock.now());
      for (const name of kept) setFeedbackDelivered(database, name);
      if (applied && first && last)
        writeCarriedNews(database, { number, fromCursor: first.from, toCursor: last.cursor });
    },
  });
  return { delivered, rejected, news: newsOf(pages, isApplied) };
}

/** What the reply says of pictures and voice notes that are here, as far as it is for exactly them. */
async function judgeMedia(
  read: ReadableDatabase,
  central: PinnedCentral,
  answers: readonly CarryAnswer[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const answer of answers) {
    const medium = findMedia(read, answer.packetId);
    const verdict = medium && (await judge(medium, answer, central));
    if (verdict && verdict.event !== null) verdicts.push(verdict);
  }
  return verdicts;
}

/** Null when one of them is not what central would say to this station. */
async function openPages(
  tokens: readonly string[],
  central: PinnedCentral,
  receivingKey: ReceivingKey,
): Promise<readonly OpenedPage[] | null> {
  const pages: OpenedPage[] = [];
  for (const token of tokens) {
    const page = await openPage(token, central, receivingKey);
    if (page === null) return null;
    pages.push(page);
  }
  return pages;
}

function newsOf(pages: readonly OpenedPage[] | null, isApplied: boolean): CarriedNews {
  if (pages === null) return { outcome: 'not-understood' };
  if (pages.length === 0) return { outcome: 'none' };
  if (!isApplied) return { outcome: 'older' };
  return {
    outcome: 'applied',
    statuses: pages.reduce((sum, { changes }) => sum + changes.statuses.length, 0),
    complaints: pages.reduce((sum, { changes }) => sum + changes.complaints.length, 0),
    catalogs: pages.filter(({ changes }) => changes.catalog !== null).length,
    officers: pages.some(({ changes }) => changes.officers !== null),
    settings: pages.some(({ changes }) => changes.settings !== null),
  };
}

/** Whether it changes anything: the line, or an older reply, may have been faster. */
function isNews(read: ReadableDatabase, packetId: string, event: PacketEvent): boolean {
  const state = packetStateOf(read, packetId);
  return state !== null && nextPacketState(state, event) !== null;
}
