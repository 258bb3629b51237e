import type { ReadingProgress } from './passport-reading.ts';

/** Counts weighed steps into one fraction that never falls, whatever is read twice. */
export interface ProgressCount {
  /** The next step, and its share of the whole in the same unit as `total`. */
  begin(step: ReadingProgress['step'], weight: number): void;
  /** How much of the step is done, 0 to 1. */
  share(share: number): void;
}

export function countProgress(
  total: number,
  report: ((progress: ReadingProgress) => void) | undefined,
): ProgressCount {
  let done = 0;
  let weight = 0;
  let step: ReadingProgress['step'] = 'opening';
  let reached = 0;

  function tell(share: number) {
    reached = Math.max(reached, Math.min(1, (done + weight * share) / total));
    report?.({ step, fraction: reached });
  }
  return {
    begin(nextStep, nextWeight) {
      done += weight;
      weight = nextWeight;
      step = nextStep;
      tell(0);
    },
    share: tell,
  };
}
