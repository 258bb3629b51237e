import type { Instant } from '../../../contract/domain/identifiers.ts';
import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { cutPage, type Page, readCursor } from '../page.ts';

export interface DraftRow {
  readonly id: string;
  readonly serviceKey: string;
  readonly catalogVersion: number;
  readonly ticketId: string | null;
  readonly ticketNumber: string | null;
  readonly correctsApplicationId: string | null;
  readonly officerId: string | null;
  readonly revision: number;
  /** JSON of field key to value. */
  readonly values: string;
  /** JSON array of step keys. */
  readonly leftForOffice: string;
  /** JSON array of what documents said of fields. */
  readonly readings: string;
  /** JSON of field key to remark. */
  readonly remarks: string;
  /** JSON of requirement key to what the citizen said of it. */
  readonly documentAnswers: string;
  readonly currentStep: string;
  readonly fullName: string;
  readonly consentGivenAt: Instant | null;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
  readonly discardedAt: Instant | null;
}

const DRAFT = `id, service_key AS serviceKey, catalog_version AS catalogVersion, ticket_id AS ticketId,
  ticket_number AS ticketNumber, corrects_application_id AS correctsApplicationId, officer_id AS officerId, revision,
  field_values AS "values", left_for_office AS leftForOffice, readings, remarks, current_step AS currentStep,
  document_answers AS documentAnswers, full_name AS fullName, consent_given_at AS consentGivenAt, created_at AS createdAt, saved_at AS savedAt,
  discarded_at AS discardedAt`;

export function insertDraft(database: WritableDatabase, draft: DraftRow): void {
  database.run(
    `INSERT INTO drafts (id, service_key, catalog_version, ticket_id, ticket_number, corrects_application_id, officer_id,
       revision, field_values, left_for_office, readings, remarks, document_answers, current_step, full_name,
       consent_given_at, created_at, saved_at, discarded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    draft.id,
    draft.serviceKey,
    draft.catalogVersion,
    draft.ticketId,
    draft.ticketNumber,
    draft.correctsApplicationId,
    draft.officerId,
    draft.revision,
    draft.values,
    draft.leftForOffice,
    draft.readings,
    draft.remarks,
    draft.documentAnswers,
    draft.currentStep,
    draft.fullName,
    draft.consentGivenAt,
    draft.createdAt,
    draft.savedAt,
    draft.discardedAt,
  );
}

/** Also a discarded one: the caller looks at `discardedAt`. */
export function readDraft(database: ReadableDatabase, id: string): DraftRow | null {
  return database.get<DraftRow>(`SELECT ${DRAFT} FROM drafts WHERE id = ?`, id) ?? null;
}

/** The kept draft that corrects an application, if one was begun. */
export function correctingDraft(database: ReadableDatabase, applicationId: string): DraftRow | null {
  const row = database.get<DraftRow>(
    `SELECT ${DRAFT} FROM drafts WHERE corrects_application_id = ? AND discarded_at IS NULL`,
    applicationId,
  );
  return row ?? null;
}

export type DraftChange = Pick<
  DraftRow,
  | 'revision'
  | 'values'
  | 'leftForOffice'
  | 'readings'
  | 'currentStep'
  | 'fullName'
  | 'consentGivenAt'
  | 'savedAt'
>;

/** The one statement of every change but discarding. */
export function updateDraft(database: WritableDatabase, id: string, change: DraftChange): void {
  database.run(
    `UPDATE drafts SET revision = ?, field_values = ?, left_for_office = ?, readings = ?, current_step = ?,
       full_name = ?, consent_given_at = ?, saved_at = ? WHERE id = ?`,
    change.revision,
    change.values,
    change.leftForOffice,
    change.readings,
    change.currentStep,
    change.fullName,
    change.consentGivenAt,
    change.savedAt,
    id,
  );
}

export function setDiscarded(database: WritableDatabase, id: string, at: Instant | null): void {
  database.run('UPDATE drafts SET discarded_at = ? WHERE id = ?', at, id);
}

/** An officer opened it; the first stays. */
export function setOpenedBy(database: WritableDatabase, id: string, officerId: string): void {
  database.run('UPDATE drafts SET officer_id = ? WHERE id = ? AND officer_id IS NULL', officerId, id);
}

/**
 * Ids of drafts that citizens filled in alone before an instant, that a ticket took along, and that nobody at the counter
 * opened or changed; at most `limit`. A draft that was taken along was saved for the last time in that same moment.
 */
export const UNOPENED_DRAFTS = `SELECT id FROM drafts
  WHERE discarded_at IS NULL AND saved_at < ? AND created_at = saved_at AND officer_id IS NULL AND ticket_id IS NOT NULL
    AND corrects_application_id IS NULL
  ORDER BY saved_at, sequence LIMIT ?`;

export function unopenedDrafts(database: ReadableDatabase, before: Instant, limit: number): string[] {
  return database.all<{ id: string }>(UNOPENED_DRAFTS, before, limit).map(({ id }) => id);
}

export function deleteDraft(database: WritableDatabase, id: string): void {
  database.run('DELETE FROM drafts WHERE id = ?', id);
}

/** Answers how many went. */
export function deleteDiscardedBefore(database: WritableDatabase, before: Instant): number {
  return database.run('DELETE FROM drafts WHERE discarded_at IS NOT NULL AND discarded_at < ?', before);
}

export const KEPT_DRAFTS = `SELECT ${DRAFT}, sequence FROM drafts
  WHERE discarded_at IS NULL AND (saved_at, sequence) < (?, ?) ORDER BY saved_at DESC, sequence DESC LIMIT ?`;

/** Last saved first. */
export function keptDrafts(database: ReadableDatabase, after: string | null, limit: number): Page<DraftRow> {
  const [savedAt, sequence] = readCursor(after, 2) ?? [];
  const rows = database.all<DraftRow & { sequence: number }>(
    KEPT_DRAFTS,
    savedAt ?? Number.MAX_SAFE_INTEGER,
    sequence ?? 0,
    limit + 1,
  );
  return cutPage(
    rows,
    limit,
    (row) => `${row.savedAt}:${row.sequence}`,
    ({ sequence: _, ...row }) => row,
  );
}
