import type { ComplaintMedia } from '../../../contract/domain/complaint.ts';
import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

export interface ComplaintMediaRow extends ComplaintMedia {
  readonly complaintId: string;
  readonly pieces: number;
  readonly consentedAt: Instant;
  readonly sentAt: Instant | null;
}

const MEDIA = `id, complaint_id AS complaintId, kind, content_type AS contentType, byte_length AS byteLength, pieces,
  consented_at AS consentedAt, sent_at AS sentAt`;

export function readMedia(database: ReadableDatabase, id: string): ComplaintMediaRow | null {
  return database.get<ComplaintMediaRow>(`SELECT ${MEDIA} FROM complaint_media WHERE id = ?`, id) ?? null;
}

export const MEDIA_OF_COMPLAINT = `SELECT id, kind, content_type AS contentType, byte_length AS byteLength
  FROM complaint_media WHERE complaint_id = ? AND sent_at IS NOT NULL ORDER BY id`;

export function mediaOfComplaint(database: ReadableDatabase, complaintId: string): ComplaintMedia[] {
  return database.all<ComplaintMedia>(MEDIA_OF_COMPLAINT, complaintId);
}

/** All pieces in order. */
export function readMediaBytes(database: ReadableDatabase, id: string): Uint8Array {
  const pieces = database.all<{ bytes: Uint8Array }>(
    'SELECT bytes FROM complaint_media_pieces WHERE media_id = ? ORDER BY place',
    id,
  );
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}

export function insertMedia(database: WritableDatabase, media: ComplaintMediaRow): void {
  database.run(
    `INSERT INTO complaint_media (id, complaint_id, kind, content_type, byte_length, pieces, consented_at, sent_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL)`,
    media.id,
    media.complaintId,
    media.kind,
    media.contentType,
    media.byteLength,
    media.pieces,
    media.consentedAt,
  );
}

/** Adds the next piece and counts it. */
export function insertMediaPiece(
  database: WritableDatabase,
  mediaId: string,
  place: number,
  bytes: Uint8Array,
): void {
  database.run('INSERT INTO complaint_media_pieces VALUES (?, ?, ?)', mediaId, place, bytes);
  database.run(
    'UPDATE complaint_media SET pieces = pieces + 1, byte_length = byte_length + ? WHERE id = ?',
    bytes.byteLength,
    mediaId,
  );
}

export function setMediaSent(database: WritableDatabase, id: string, at: Instant): void {
  database.run('UPDATE complaint_media SET sent_at = ? WHERE id = ?', at, id);
}

export function deleteUnsentMedia(database: WritableDatabase, id: string): void {
  database.run('DELETE FROM complaint_media WHERE id = ? AND sent_at IS NULL', id);
}

/** All but those of other kinds with the same complaint. */
export function deleteOtherUnsentMedia(
  database: WritableDatabase,
  complaintId: string,
  kind: ComplaintMedia['kind'],
): void {
  database.run(
    'DELETE FROM complaint_media WHERE sent_at IS NULL AND (complaint_id <> ? OR kind = ?)',
    complaintId,
    kind,
  );
}

export const UNSENT_MEDIA = 'SELECT id FROM complaint_media WHERE sent_at IS NULL AND consented_at < ?';

/** Answers how many went. */
export function deleteUnsentMediaBefore(database: WritableDatabase, before: Instant): number {
  return database.run(`DELETE FROM complaint_media WHERE id IN (${UNSENT_MEDIA})`, before);
}
