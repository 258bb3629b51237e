import type { Clock } from '../../clock/clock.ts';
import { createManualClock } from '../../clock/manual-clock.ts';

/** A clock that moves by so much at every look at it: how long each step of the line takes. */
export function clockOfSteps(millisecondsEach: number) {
  let time = 0;
  const elapsed: Clock['elapsed'] = () => {
    time += millisecondsEach;
    return time;
  };
  return { ...createManualClock(), elapsed };
}
