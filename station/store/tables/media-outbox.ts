import { type FeedbackItem, feedbackItemSchema } from '../../../contract/central/feedback.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { PacketState } from '../../../contract/domain/outbox.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import type { WaitingPacket } from './packets.ts';

/** A picture or voice note waits from now on. Inside the transaction that sends its complaint. */
export function queueMedia(database: WritableDatabase, mediaId: string, complaintId: string): void {
  database.run('INSERT INTO media_outbox (media_id, complaint_id) VALUES (?, ?)', mediaId, complaintId);
}

export const UNSEALED_MEDIA =
  'SELECT media_id AS id FROM media_outbox WHERE seal IS NULL ORDER BY sequence LIMIT ?';

export function unsealedMedia(database: ReadableDatabase, limit: number): string[] {
  return database.all<{ id: string }>(UNSEALED_MEDIA, limit).map(({ id }) => id);
}

export interface MediaSeal {
  /** 32 bytes of key and 12 of nonce. */
  readonly seal: Uint8Array;
  /** Of the ciphertext. */
  readonly sha256: string;
  readonly byteLength: number;
}

/** Once: what central was told of a ciphertext stays true of it. */
export function setMediaSeal(
  database: WritableDatabase,
  id: string,
  { seal, sha256, byteLength }: MediaSeal,
): void {
  database.run(
    'UPDATE media_outbox SET seal = ?, sha256 = ?, bundle_byte_length = ? WHERE media_id = ? AND seal IS NULL',
    seal,
    sha256,
    byteLength,
    id,
  );
}

/** Null when there is none yet. */
export function mediaSealOf(database: ReadableDatabase, id: string): MediaSeal | null {
  return (
    database.get<MediaSeal>(
      `SELECT seal, sha256, bundle_byte_length AS byteLength FROM media_outbox
       WHERE media_id = ? AND seal IS NOT NULL`,
      id,
    ) ?? null
  );
}

const WAITING = `media_id AS packetId, complaint_id AS applicationId, 1 AS revision, sha256,
  bundle_byte_length AS bundleByteLength, tries`;

export const NEXT_MEDIA = `SELECT ${WAITING} FROM media_outbox
  WHERE state = ? AND state <> 'delivered' AND seal IS NOT NULL ORDER BY tries, sequence LIMIT ?`;

/** As `nextPackets`: the medium is the packet, its complaint the application. */
export function nextMedia(
  database: ReadableDatabase,
  state: 'sealed' | 'core-sent',
  limit: number,
): WaitingPacket[] {
  return database.all<WaitingPacket>(NEXT_MEDIA, state, limit);
}

/** Null when there is none of this id, or it was never sealed. */
export function findMedia(database: ReadableDatabase, id: string): WaitingPacket | null {
  return (
    database.get<WaitingPacket>(
      `SELECT ${WAITING} FROM media_outbox WHERE media_id = ? AND seal IS NOT NULL`,
      id,
    ) ?? null
  );
}

/** Media that still have to travel, the oldest first. */
export function undeliveredMedia(database: ReadableDatabase, limit: number): WaitingPacket[] {
  return database.all<WaitingPacket>(
    `SELECT ${WAITING} FROM media_outbox
     WHERE state IN ('sealed', 'core-sent', 'sending') AND seal IS NOT NULL ORDER BY sequence LIMIT ?`,
    limit,
  );
}

export const REFUSED_MEDIA = `SELECT media_id AS id FROM media_outbox
  WHERE state = 'quarantined' AND state <> 'delivered' ORDER BY tries, sequence LIMIT ?`;

export function refusedMedia(database: ReadableDatabase, limit: number): string[] {
  return database.all<{ id: string }>(REFUSED_MEDIA, limit).map(({ id }) => id);
}

/** What central must know before the bytes may come. */
export function waitingAnnouncements(database: ReadableDatabase, limit: number): FeedbackItem[] {
  if (limit <= 0) return [];
  return nextMedia(database, 'sealed', limit).flatMap(({ packetId, applicationId }) => {
    const sealed = mediaSealOf(database, packetId);
    const medium = database.get<{ contentType: string }>(
      'SELECT content_type AS contentType FROM complaint_media WHERE id = ?',
      packetId,
    );
    if (sealed === null || medium === undefined) return [];
    const { seal, sha256, byteLength } = sealed;
    const key = Buffer.from(seal.subarray(0, 32)).toString('base64url');
    const bundle = { key, byteLength, sha256 };
    const name = { kind: 'media', id: packetId, revision: 1, complaintId: applicationId };
    return [feedbackItemSchema.parse({ ...name, ...medium, bundle })];
  });
}

/** Central knows it and waits for its bytes, unless it has them already. */
export function setMediaAnnounced(database: WritableDatabase, id: string): void {
  database.run(`UPDATE media_outbox SET state = 'core-sent' WHERE media_id = ? AND state = 'sealed'`, id);
}

export function mediaStateOf(database: ReadableDatabase, id: string): PacketState | null {
  const row = database.get<{ state: PacketState }>('SELECT state FROM media_outbox WHERE media_id = ?', id);
  return row?.state ?? null;
}

export function setMediaState(
  database: WritableDatabase,
  id: string,
  state: PacketState,
  reason: string | null,
): void {
  database.run('UPDATE media_outbox SET state = ?, reason = ? WHERE media_id = ?', state, reason, id);
}

export function setMediaDelivered(
  database: WritableDatabase,
  id: string,
  acknowledgement: string,
  at: Instant,
): void {
  database.run(
    `UPDATE media_outbox SET state = 'delivered', reason = NULL, acknowledgement = ?, delivered_at = ? WHERE media_id = ?`,
    acknowledgement,
    at,
    id,
  );
}

export function setMediaTries(database: WritableDatabase, id: string, tries: number): void {
  database.run('UPDATE media_outbox SET tries = ? WHERE media_id = ?', tries, id);
}

/** After a restart nothing is on its way any more. */
export function interruptMedia(database: WritableDatabase): void {
  database.run(`UPDATE media_outbox SET state = 'core-sent' WHERE state = 'sending'`);
}

/** Central went back to a backup: all whose bytes are still here wait again. */
export function takeBackMedia(database: WritableDatabase): void {
  database.run(
    `UPDATE media_outbox SET state = 'sealed', tries = 0, acknowledgement = NULL, delivered_at = NULL
     WHERE state IN ('core-sent', 'sending', 'delivered') AND kept = 1`,
  );
}

export const DELIVERED_MEDIA = `SELECT media_id AS id FROM media_outbox
  WHERE state = 'delivered' AND kept = 1 AND delivered_at < ? LIMIT ?`;

/** Forgets the bytes of at most `limit` media acknowledged before `before`; what is known of them stays. Answers how many. */
export function purgeDeliveredMedia(database: WritableDatabase, before: Instant, limit: number): number {
  const rows = database.all<{ id: string }>(DELIVERED_MEDIA, before, limit);
  for (const { id } of rows) {
    database.run('DELETE FROM complaint_media_pieces WHERE media_id = ?', id);
    database.run('UPDATE media_outbox SET kept = 0 WHERE media_id = ?', id);
  }
  return rows.length;
}

/** Whether its bytes are here; false once they were forgotten. */
export function isMediaKept(database: ReadableDatabase, id: string): boolean {
  return database.get('SELECT 1 FROM media_outbox WHERE media_id = ? AND kept = 0', id) === undefined;
}

/** How many wait, and how many central will not have. */
export function mediaTotals(database: ReadableDatabase): {
  readonly waiting: number;
  readonly refused: number;
} {
  const row = database.get<{ waiting: number; refused: number | null }>(
    `SELECT count(*) FILTER (WHERE state <> 'quarantined') AS waiting,
       count(*) FILTER (WHERE state = 'quarantined') AS refused
     FROM media_outbox WHERE state <> 'delivered'`,
  );
  return { waiting: row?.waiting ?? 0, refused: row?.refused ?? 0 };
}
