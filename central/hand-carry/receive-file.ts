import type { FeedbackAnswer } from '../../contract/central/feedback.ts';
import {
  type CarriedMedia,
  type CarriedPacket,
  type CarryAnswer,
  type CarryHead,
  type CarryRefusal,
  type CarryReply,
  carryReplyName,
} from '../../contract/central/hand-carry.ts';
import type { PacketAnswer } from '../../contract/central/packet.ts';
import { CARRY_REPLY, encodeSignedPart } from '../../contract/central/signed-file.ts';
import type { Database } from '../database/database.ts';
import { signedPagesAfter } from '../downlink/pages-after.ts';
import { receiveFeedback } from '../feedback/receive-feedback.ts';
import type { CentralKeys } from '../keys/central-keys.ts';
import { signFile } from '../keys/file-signature.ts';
import { LARGEST_BUNDLE_BYTES, type Reception } from '../packets/receive-packet.ts';
import { enrolStation } from '../stations/enrolments.ts';
import type { Station } from '../stations/stations.ts';
import { dropParts } from '../uploads/bundle-parts.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { type CarriedFile, findCarriedFile, keepCarriedFile, lastCarriedNumber } from './carried-files.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { readHead } from './read-head.ts';

export type CarryOutcome =
  /** `replayed`: the file was received before, and this is the answer it got then. */
  | {
      readonly outcome: 'received' | 'replayed';
      readonly file: CarriedFile;
      readonly reply: Buffer;
      readonly replyName: string;
    }
  | { readonly outcome: 'refused'; readonly reason: CarryRefusal };

export interface CarryParts {
  readonly database: Database;
  readonly reception: Reception;
  readonly keys: CentralKeys;
  readonly now: () => number;
}

/**
 * Receives a file that came by hand through the same reception as what comes by the line, after the whole of it has been
 * checked. Interrupted, it is received again with the same answers. Rejects when the database, the bundle store or the
 * file's medium fails.
 * @param open reads the file from its beginning; called twice
 */
export async function receiveCarryFile(
  parts: CarryParts,
  open: () => AsyncIterable<Uint8Array>,
): Promise<CarryOutcome> {
  const { database, keys, now } = parts;
  const checked = await checkFile(database, open(), keys.sealing, now());
  if ('refused' in checked) return { outcome: 'refused', reason: checked.refused };
  const { station, enrolment, head, headSha256 } = checked;
  const before = await findCarriedFile(database, station.id, head.number);
  if (before?.file.headSha256 === headSha256) return toOutcome('replayed', before);
  if (head.number <= (await lastCarriedNumber(database, station.id)))
    return { outcome: 'refused', reason: 'older' };
  // Another use of the code may have been faster.
  if (enrolment !== null && (await enrolStation(database, enrolment, now())) !== station.id)
    return { outcome: 'refused', reason: 'wrong-station' };
  const content = await receiveContent(parts, checked, open());
  const { answers } = content;
  const reply = await makeReply(parts, head, content);
  const acknowledged = answers.filter(({ outcome }) => outcome === 'acknowledged').length;
  await keepCarriedFile(
    database,
    {
      stationId: station.id,
      number: head.number,
      headSha256,
      madeAt: head.madeAt,
      receivedAt: now(),
      acknowledged,
      rejected: answers.length - acknowledged,
    },
    reply,
  );
  const kept = await findCarriedFile(database, station.id, head.number);
  // Another file of this number was faster; what this one held was received all the same.
  if (kept?.file.headSha256 !== headSha256) return { outcome: 'refused', reason: 'older' };
  return toOutcome('received', kept);
}

function toOutcome(
  outcome: 'received' | 'replayed',
  { file, reply }: { file: CarriedFile; reply: Buffer },
): CarryOutcome {
  return { outcome, file, reply, replyName: carryReplyName(file.stationId, file.number) };
}

interface CarryContent {
  readonly answers: CarryAnswer[];
  readonly feedback: FeedbackAnswer[];
  readonly media: CarryAnswer[];
}

async function receiveContent(
  parts: CarryParts,
  { station, head, headSha256 }: CheckedFile,
  source: AsyncIterable<Uint8Array>,
): Promise<CarryContent> {
  const reader = createByteReader(source);
  try {
    const again = await readHead(reader);
    if ('refused' in again || again.sha256 !== headSha256)
      throw new Error('the file changed while it was being received');
    const answers: CarryAnswer[] = [];
    for (const packet of head.packets) answers.push(await receiveOne(parts, station, packet, reader));
    const feedback: FeedbackAnswer[] = [];
    for (const { packetId, sha256, sealedByteLength } of head.feedback ?? []) {
      const sealed = (await reader.take(sealedByteLength)).toString('latin1');
      feedback.push(await receiveFeedback(parts, { packetId, sha256, sealed }, station));
    }
    const media: CarryAnswer[] = [];
    for (const medium of head.media ?? [])
      media.push(...(await receiveMedium(parts, station, medium, reader)));
    return { answers, feedback, media };
  } finally {
    await reader.close();
  }
}

async function receiveOne(
  { database, reception }: CarryParts,
  station: Station,
  packet: CarriedPacket,
  reader: ByteReader,
): Promise<CarryAnswer> {
  const { packetId, applicationId, revision, sha256, bundle } = packet;
  const sealed = (await reader.take(packet.sealedByteLength)).toString('latin1');
  const bundleByteLength = bundle?.byteLength ?? 0;
  const core = { packetId, applicationId, revision, sha256, sealed, bundleByteLength };
  const answer = await reception.receiveCore(core, station);
  const wanted = answer.outcome === 'bundle-wanted' && bundleByteLength <= LARGEST_BUNDLE_BYTES;
  if (!wanted) await skip(reader, bundleByteLength);
  if (answer.outcome !== 'bundle-wanted') return answer;
  if (!wanted) return { packetId, outcome: 'rejected', reason: 'too-large' };
  const whole = await reception.receiveBundle(packetId, [await reader.take(bundleByteLength)], station);
  // What of it came by the line before is wanted no more.
  await dropParts(database, { stationId: station.id, packetId });
  return settled(packetId, whole);
}

/** Nothing is said of one whose announcement is not here: it comes again with it. */
async function receiveMedium(
  { database, reception }: CarryParts,
  station: Station,
  { id, byteLength }: CarriedMedia,
  reader: ByteReader,
): Promise<CarryAnswer[]> {
  const expected = await reception.expected(id, station);
  if (expected?.bundleByteLength !== byteLength) {
    await skip(reader, byteLength);
    return [];
  }
  const answer = await reception.receiveBundle(id, [await reader.take(byteLength)], station);
  await dropParts(database, { stationId: station.id, packetId: id });
  // The file holds what its head says: the kiosk has sealed it anew since.
  const isOther = answer?.outcome === 'rejected' && answer.reason === 'wrong-hash';
  return isOther ? [] : [settled(id, answer)];
}

/** The next packet begins after it. */
async function skip(reader: ByteReader, length: number): Promise<void> {
  for await (const _piece of reader.pieces(length));
}

/** A bundle that is wanted still, although all of it came, is not what its core says. */
function settled(packetId: string, answer: PacketAnswer | null): CarryAnswer {
  if (answer === null || answer.outcome === 'bundle-wanted')
    return { packetId, outcome: 'rejected', reason: 'ill-formed' };
  return answer;
}

async function makeReply(
  { database, keys, now }: CarryParts,
  { version, stationId, number, news }: CarryHead,
  { answers, feedback, media }: CarryContent,
): Promise<Buffer> {
  const payload: CarryReply = {
    format: 'anjungan-hand-carry-reply',
    version,
    stationId,
    number,
    madeAt: now(),
    answers,
    ...(feedback.length > 0 && { feedback }),
    ...(media.length > 0 && { media }),
    ...(news && {
      changes: await signedPagesAfter(database, { ...news, stationId, now: now() }, keys.signing),
    }),
  };
  const signed = encodeSignedPart(CARRY_REPLY, payload);
  return Buffer.concat([signed, signFile(signed, keys.signing)]);
}
