import { type Attachment, attachmentSchema } from '../../../contract/domain/draft.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';

const ATTACHMENT = `id, kind, media_type AS mediaType, width, height, byte_length AS byteLength,
  captured_at AS capturedAt`;

/** Without the bytes. */
export function readAttachments(database: ReadableDatabase, draftId: string): Attachment[] {
  return database
    .all<Attachment>(`SELECT ${ATTACHMENT} FROM draft_attachments WHERE draft_id = ? ORDER BY kind`, draftId)
    .map((row) => attachmentSchema.parse(row));
}

export interface StoredPicture {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

type PictureRow = Attachment & Pick<StoredPicture, 'bytes' | 'sha256'>;

export function readPicture(database: ReadableDatabase, draftId: string, id: string): StoredPicture | null {
  const row = database.get<PictureRow>(
    `SELECT ${ATTACHMENT}, sha256, bytes FROM draft_attachments WHERE id = ? AND draft_id = ?`,
    id,
    draftId,
  );
  return row ? toPicture(row) : null;
}

/** All of a draft, in the order they are sealed. */
export function readPictures(database: ReadableDatabase, draftId: string): StoredPicture[] {
  return database
    .all<PictureRow>(
      `SELECT ${ATTACHMENT}, sha256, bytes FROM draft_attachments WHERE draft_id = ? ORDER BY kind`,
      draftId,
    )
    .map(toPicture);
}

/** Draft and digest of a picture, to tell a repeated call from another picture under the same id. */
export function pictureOwner(
  database: ReadableDatabase,
  id: string,
): { readonly draftId: string; readonly sha256: string } | null {
  return (
    database.get<{ draftId: string; sha256: string }>(
      'SELECT draft_id AS draftId, sha256 FROM draft_attachments WHERE id = ?',
      id,
    ) ?? null
  );
}

export function replacePicture(database: WritableDatabase, draftId: string, picture: StoredPicture): void {
  const { attachment } = picture;
  database.run('DELETE FROM draft_attachments WHERE draft_id = ? AND kind = ?', draftId, attachment.kind);
  database.run(
    `INSERT INTO draft_attachments (id, draft_id, kind, media_type, width, height, byte_length, sha256, captured_at, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    attachment.id,
    draftId,
    attachment.kind,
    attachment.mediaType,
    attachment.width,
    attachment.height,
    attachment.byteLength,
    picture.sha256,
    attachment.capturedAt,
    picture.bytes,
  );
}

/** Answers whether there was one. */
export function deletePicture(database: WritableDatabase, draftId: string, id: string): boolean {
  return database.run('DELETE FROM draft_attachments WHERE id = ? AND draft_id = ?', id, draftId) > 0;
}

function toPicture({ bytes, sha256, ...attachment }: PictureRow): StoredPicture {
  return { attachment: attachmentSchema.parse(attachment), bytes, sha256 };
}
