import type { FieldValue } from '../../contract/domain/form.ts';
import type { Instant } from '../../contract/domain/identifiers.ts';
import type { WritableDatabase } from '../store/database.ts';
import { type DraftRow, updateDraft } from '../store/tables/drafts.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Reading } from './readings/reading.ts';
import { SUBJECT, textOf } from './rules/subject.ts';

export interface DraftChanges {
  readonly values?: Record<string, FieldValue>;
  readonly leftForOffice?: string[];
  readonly readings?: readonly Reading[];
  readonly currentStep?: string;
}

/** Writes the next revision of a draft with one statement and answers it; the caller's transaction makes it durable. */
export function changeDraft(
  database: WritableDatabase,
  draft: OpenDraft,
  changes: DraftChanges,
  at: Instant,
): OpenDraft {
  const values = changes.values ?? draft.values;
  const leftForOffice = changes.leftForOffice ?? draft.leftForOffice;
  const readings = changes.readings ?? draft.readings;
  const row: DraftRow = {
    ...draft.row,
    revision: draft.row.revision + 1,
    values: changes.values ? JSON.stringify(values) : draft.row.values,
    leftForOffice: JSON.stringify(leftForOffice),
    readings: changes.readings ? JSON.stringify(readings) : draft.row.readings,
    currentStep: changes.currentStep ?? draft.row.currentStep,
    fullName: textOf(values, SUBJECT.fullName),
    consentGivenAt: consentTime(draft, values, at),
    savedAt: at,
  };
  updateDraft(database, row.id, row);
  return { ...draft, row, values, leftForOffice, readings };
}

/** The moment the last statement was agreed to; taken back with any of them. */
function consentTime(draft: OpenDraft, values: Record<string, FieldValue>, at: Instant): Instant | null {
  const asked = draft.service.steps.filter((step) => step.kind === 'consent').flatMap((step) => step.fields);
  if (asked.length === 0 || asked.some((field) => values[field.key] !== true)) return null;
  return draft.row.consentGivenAt ?? at;
}
