import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import type { StoredPicture } from './draft-attachments.ts';

export interface CitizenDraftRow {
  readonly id: string;
  readonly serviceKey: string;
  readonly catalogVersion: number;
  /** JSON of field key to value. */
  readonly values: string;
  /** JSON of requirement key to what the citizen said of it. */
  readonly documentAnswers: string;
  readonly savedAt: Instant;
}

export function readCitizenDraft(database: ReadableDatabase, id: string): CitizenDraftRow | null {
  const row = database.get<CitizenDraftRow>(
    `SELECT id, service_key AS serviceKey, catalog_version AS catalogVersion, field_values AS "values",
       document_answers AS documentAnswers, saved_at AS savedAt FROM citizen_drafts WHERE id = ?`,
    id,
  );
  return row ?? null;
}

export function writeCitizenDraft(database: WritableDatabase, row: CitizenDraftRow): void {
  database.run(
    `INSERT INTO citizen_drafts (id, service_key, catalog_version, field_values, document_answers, saved_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET field_values = excluded.field_values,
       document_answers = excluded.document_answers, saved_at = excluded.saved_at`,
    row.id,
    row.serviceKey,
    row.catalogVersion,
    row.values,
    row.documentAnswers,
    row.savedAt,
  );
}

/** With its pictures. */
export function deleteCitizenDraft(database: WritableDatabase, id: string): void {
  database.run('DELETE FROM citizen_drafts WHERE id = ?', id);
}

/** Answers how many went. */
export function deleteOtherCitizenDrafts(database: WritableDatabase, keptId: string | null): number {
  return database.run('DELETE FROM citizen_drafts WHERE id IS NOT ?', keptId);
}

/** Kinds in order. */
export function citizenPictureKinds(database: ReadableDatabase, draftId: string): string[] {
  return database
    .all<{ kind: string }>('SELECT kind FROM citizen_pictures WHERE draft_id = ? ORDER BY kind', draftId)
    .map(({ kind }) => kind);
}

/** Takes the place of an earlier picture of the same kind, and of the same picture sent again. */
export function replaceCitizenPicture(
  database: WritableDatabase,
  draftId: string,
  { attachment, sha256, bytes }: StoredPicture,
): void {
  database.run('DELETE FROM citizen_pictures WHERE draft_id = ? AND kind = ?', draftId, attachment.kind);
  database.run(
    `INSERT INTO citizen_pictures (id, draft_id, kind, media_type, width, height, byte_length, sha256, captured_at, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    attachment.id,
    draftId,
    attachment.kind,
    attachment.mediaType,
    attachment.width,
    attachment.height,
    attachment.byteLength,
    sha256,
    attachment.capturedAt,
    bytes,
  );
}

/** The pictures become those of the officers' draft of the same id. */
export function moveCitizenPictures(database: WritableDatabase, draftId: string): void {
  database.run(
    `INSERT INTO draft_attachments (id, draft_id, kind, media_type, width, height, byte_length, sha256, captured_at, bytes)
     SELECT id, draft_id, kind, media_type, width, height, byte_length, sha256, captured_at, bytes
     FROM citizen_pictures WHERE draft_id = ?`,
    draftId,
  );
}
