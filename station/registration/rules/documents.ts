import type { Requirement } from '../../../contract/domain/catalog.ts';
import type { Step } from '../../../contract/domain/form.ts';
import type { Issue } from '../../../contract/domain/issue.ts';
import type { DraftState } from '../judge.ts';

/** Pages that must be captured, beside the page; a requirement the office may see, beside its first page. */
export function judgeMissingDocuments(step: Step, draft: DraftState): Issue[] {
  return draft.service.requirements.flatMap((requirement): Issue[] => {
    const missing = requirement.pages.filter((page) => !draft.pictures.has(page.key)).map(({ key }) => key);
    if (missing.length === 0 || requirement.required === 'if-any') return [];
    const atOffice = requirement.required === 'office' || mayWait(step, [requirement.key, ...missing], draft);
    if (!atOffice)
      return missing.map((at) => ({
        at,
        step: step.key,
        severity: 'block',
        code: 'document-missing',
        values: {},
      }));
    return missing.slice(0, 1).map((at) => ({
      at,
      step: step.key,
      severity: 'office',
      code: 'document-missing-at-office',
      values: {},
    }));
  });
}

/** The photo or the signature, beside its step. */
export function judgeMissingPicture(step: Step, kind: 'photo' | 'signature', draft: DraftState): Issue[] {
  if (draft.pictures.has(kind)) return [];
  const severity = mayWait(step, [kind, step.key], draft) ? 'office' : 'block';
  return [
    {
      at: step.key,
      step: step.key,
      severity,
      code: kind === 'photo' ? 'photo-missing' : 'signature-missing',
      values: {},
    },
  ];
}

/** Left for the office by the citizen's choice, or with central since the first submission. */
function mayWait(step: Step, keys: readonly string[], draft: DraftState): boolean {
  if (draft.leftForOffice.includes(step.key)) return true;
  return draft.correction !== null && !keys.some((key) => draft.correction?.remarked.has(key));
}

/** True when every page of a requirement was captured. */
export function isGiven(requirement: Requirement, pictures: ReadonlySet<string>): boolean {
  return requirement.pages.every((page) => pictures.has(page.key));
}
