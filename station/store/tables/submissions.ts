import type { ReadableDatabase, WritableDatabase } from '../database.ts';

/** What a submit call was answered, kept so that a repeated call is the same call. */
export interface SubmissionRow {
  /** The id the face made. */
  readonly id: string;
  /** The same id, or for a correction the application that was corrected. */
  readonly applicationId: string;
  readonly draftId: string;
  readonly printJobId: string;
}

const SUBMISSION = 'id, application_id AS applicationId, draft_id AS draftId, print_job_id AS printJobId';

export function readSubmission(database: ReadableDatabase, id: string): SubmissionRow | null {
  return database.get<SubmissionRow>(`SELECT ${SUBMISSION} FROM submissions WHERE id = ?`, id) ?? null;
}

export function submissionOfDraft(database: ReadableDatabase, draftId: string): SubmissionRow | null {
  return (
    database.get<SubmissionRow>(`SELECT ${SUBMISSION} FROM submissions WHERE draft_id = ?`, draftId) ?? null
  );
}

export function insertSubmission(database: WritableDatabase, row: SubmissionRow): void {
  database.run(
    'INSERT INTO submissions (id, application_id, draft_id, print_job_id) VALUES (?, ?, ?, ?)',
    row.id,
    row.applicationId,
    row.draftId,
    row.printJobId,
  );
}
