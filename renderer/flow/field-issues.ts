import type { Issue } from '../../contract/domain/issue.ts';

export interface FieldSight {
  /** The finger is in the field now. */
  readonly editing: boolean;
  /** The officer pressed "next" on this step or came back to it from the review. */
  readonly showMissing: boolean;
  /** Issue codes that stood beside the field before the finger came in. */
  readonly shownBefore: readonly string[];
}

/**
 * Which issues stand beside a field. What is merely missing is said only once asked for; while the field is being edited
 * nothing new appears, and what was solved goes away.
 */
export function issuesToShow(issues: readonly Issue[], field: string, sight: FieldSight): Issue[] {
  return issues.filter(({ at, code }) => {
    if (at !== field) return false;
    if (sight.editing && !sight.shownBefore.includes(code)) return false;
    if (code === 'required' || code === 'required-at-office') return sight.showMissing;
    return true;
  });
}

/** Issues of a step that stop submission. */
export function blockingIssues(issues: readonly Issue[], step: string): Issue[] {
  return issues.filter((issue) => issue.step === step && issue.severity === 'block');
}
