import type { Clock } from '../clock.ts';
import { CardError } from '../smart-card/card-error.ts';

/** Runs `work` with a signal that fires with `CardError` `timeout` when `milliseconds` have passed. */
export async function withDeadline<Value>(
  clock: Clock,
  milliseconds: number,
  work: (deadline: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const cancel = clock.after(milliseconds, () =>
    controller.abort(new CardError('timeout', `Not done within ${milliseconds} ms`)),
  );
  try {
    return await work(controller.signal);
  } finally {
    cancel();
  }
}
