import type { Attachment, Draft, DraftSummary } from '../../contract/domain/draft.ts';
import type { CalendarDate } from '../../contract/domain/identifiers.ts';
import type { Issue } from '../../contract/domain/issue.ts';
import type { Regions } from '../catalog/regions.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { type DraftState, judgeDraft } from './judge.ts';
import type { OpenDraft } from './open-draft.ts';

/** A draft as a face sees it, every issue judged anew. */
export function presentDraft(
  draft: OpenDraft,
  attachments: Attachment[],
  regions: Regions,
  today: CalendarDate,
): Draft {
  const { row } = draft;
  return {
    id: row.id,
    serviceKey: row.serviceKey,
    catalogVersion: row.catalogVersion,
    ticketId: row.ticketId,
    ticketNumber: row.ticketNumber,
    revision: row.revision,
    values: draft.values,
    attachments,
    issues: issuesOf(draft, attachments, regions, today),
    leftForOffice: draft.leftForOffice,
    currentStep: row.currentStep,
    createdAt: row.createdAt,
    savedAt: row.savedAt,
    remarks: draft.remarks,
    ...(Object.keys(draft.documentAnswers).length > 0 && { documentAnswers: draft.documentAnswers }),
  };
}

export function issuesOf(
  draft: OpenDraft,
  attachments: readonly Pick<Attachment, 'kind'>[],
  regions: Regions,
  today: CalendarDate,
): Issue[] {
  const state: DraftState = {
    service: draft.service,
    values: draft.values,
    pictures: new Set(attachments.map(({ kind }) => kind)),
    leftForOffice: draft.leftForOffice,
    readings: draft.readings,
    correction:
      draft.row.correctsApplicationId === null ? null : { remarked: new Set(Object.keys(draft.remarks)) },
  };
  return judgeDraft(state, regions, today);
}

export function summariseDraft(row: DraftRow): DraftSummary {
  return {
    id: row.id,
    serviceKey: row.serviceKey,
    ticketNumber: row.ticketNumber,
    fullName: row.fullName,
    currentStep: row.currentStep,
    savedAt: row.savedAt,
    returned: row.correctsApplicationId !== null,
  };
}
