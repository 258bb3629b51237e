import { createHash } from 'node:crypto';
import type { CarryHead, CarryRefusal } from '../../contract/central/hand-carry.ts';
import type { Queries } from '../database/database.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import { isFileSignedBy } from '../keys/file-signature.ts';
import { allStations } from '../stations/stations.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { findSender, type Sender } from './find-sender.ts';
import { type ReadHead, readHead } from './read-head.ts';

export interface CheckedFile extends Sender {
  readonly head: CarryHead;
  readonly headSha256: string;
}

/** Reads a whole file and believes nothing before its last byte is as its station signed it. Keeps nothing. */
export async function checkFile(
  queries: Queries,
  source: AsyncIterable<Uint8Array>,
  sealingKey: PrivateKey,
  now: number,
): Promise<CheckedFile | { readonly refused: CarryRefusal }> {
  const reader = createByteReader(source);
  try {
    const read = await readHead(reader);
    if ('refused' in read) return read;
    const sender = await findSender(queries, read.head, sealingKey, now);
    if (sender === null) return { refused: 'wrong-station' };
    if (!isFileSignedBy(read.signed, read.signature, sender.station.signingKey)) {
      return { refused: (await isAnothers(queries, read)) ? 'wrong-station' : 'tampered' };
    }
    if (sender.station.revokedAt !== null && sender.enrolment === null) return { refused: 'station-revoked' };
    const refused = await checkPackets(reader, read.head);
    return refused === null ? { ...sender, head: read.head, headSha256: read.sha256 } : { refused };
  } finally {
    await reader.close();
  }
}

/** Whether another station of ours signed it in the name of the one it names. */
async function isAnothers(queries: Queries, { signed, signature }: ReadHead): Promise<boolean> {
  const stations = await allStations(queries);
  return stations.some(({ signingKey }) => isFileSignedBy(signed, signature, signingKey));
}

async function checkPackets(
  reader: ByteReader,
  { packets, feedback = [], media = [] }: CarryHead,
): Promise<CarryRefusal | null> {
  for (const { sealedByteLength, sha256, bundle } of packets) {
    const refused =
      (await checkPart(reader, { byteLength: sealedByteLength, sha256 })) ??
      (bundle && (await checkPart(reader, bundle)));
    if (refused !== null) return refused;
  }
  for (const { sealedByteLength, sha256 } of feedback) {
    const refused = await checkPart(reader, { byteLength: sealedByteLength, sha256 });
    if (refused !== null) return refused;
  }
  for (const medium of media) {
    const refused = await checkPart(reader, medium);
    if (refused !== null) return refused;
  }
  return (await reader.isAtEnd()) ? null : 'tampered';
}

async function checkPart(
  reader: ByteReader,
  part: { readonly byteLength: number; readonly sha256: string },
): Promise<CarryRefusal | null> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of reader.pieces(part.byteLength)) {
    hash.update(piece);
    length += piece.length;
  }
  if (length < part.byteLength) return 'truncated';
  return hash.digest('hex') === part.sha256 ? null : 'tampered';
}
