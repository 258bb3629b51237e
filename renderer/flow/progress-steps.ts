import type { Service } from '../../contract/domain/catalog.ts';
import type { Draft } from '../../contract/domain/draft.ts';
import type { Step } from '../../contract/domain/form.ts';
import type { ProgressStep } from '../design/Progress.tsx';

/** Whether anything of this step was ever filled. */
function hasData(step: Step, draft: Draft): boolean {
  return step.fields.some(({ key }) => (draft.values[key] ?? null) !== null);
}

/** Steps up to the furthest one opened or filled, as an index. */
export function furthestReached(service: Service, draft: Draft, opened: string): number {
  return service.steps.reduce(
    (furthest, step, index) =>
      step.key === opened || step.key === draft.currentStep || hasData(step, draft)
        ? Math.max(furthest, index)
        : furthest,
    0,
  );
}

/** State of every step on the rail: ahead until reached; then the office's, in need of a look, or done. */
export function stepState(step: Step, index: number, reached: number, draft: Draft): ProgressStep['state'] {
  if (index > reached) return 'ahead';
  if (draft.leftForOffice.includes(step.key)) return 'office';
  const issues = draft.issues.filter((issue) => issue.step === step.key);
  return issues.some(({ severity }) => severity !== 'office') ? 'warn' : 'done';
}
