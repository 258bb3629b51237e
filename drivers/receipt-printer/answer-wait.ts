import type { Clock } from '../clock.ts';
import { PrinterFailure } from './printer-failure.ts';

/** One answer at a time from a printer that answers in order. */
export interface AnswerWait<Answer> {
  /**
   * The next answer. Fails with `silent` after `deadlineMs` (null: never), with the link's failure, or with the
   * signal's reason. Once an answer is overdue it could be taken for a later one, so every further call fails.
   */
  next(deadlineMs: number | null, signal?: AbortSignal): Promise<Answer>;
  /** Gives up the question because it was never asked. */
  forget(): void;
  arrived(answer: Answer): void;
  isWaiting(): boolean;
}

export function createAnswerWait<Answer>(clock: Clock, failed: AbortSignal): AnswerWait<Answer> {
  let waiting: { settle(end: () => void): void; resolve(answer: Answer): void } | null = null;
  let overdue = false;

  return {
    next(deadlineMs, signal) {
      const answer = wait(deadlineMs, signal);
      // The caller may still be writing the question when this fails; it awaits the answer right after.
      answer.catch(() => {});
      return answer;
    },
    forget() {
      waiting?.settle(() => {});
    },
    arrived(answer) {
      const current = waiting;
      current?.settle(() => current.resolve(answer));
    },
    isWaiting: () => waiting !== null,
  };

  function wait(deadlineMs: number | null, signal?: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (overdue) return reject(new PrinterFailure('silent', 'An earlier answer is still overdue'));
      if (waiting) return reject(new TypeError('One question at a time'));
      const aborted = failed.aborted ? failed : signal?.aborted ? signal : null;
      if (aborted) return reject(aborted.reason);
      const settle = (end: () => void) => {
        waiting = null;
        cancel();
        failed.removeEventListener('abort', abort);
        signal?.removeEventListener('abort', abort);
        end();
      };
      const abort = () => {
        overdue = true;
        settle(() => reject(failed.aborted ? failed.reason : signal?.reason));
      };
      const cancel =
        deadlineMs === null
          ? () => {}
          : clock.after(deadlineMs, () => {
              overdue = true;
              settle(() => reject(new PrinterFailure('silent', `No answer within ${deadlineMs} ms`)));
            });
      failed.addEventListener('abort', abort, { once: true });
      signal?.addEventListener('abort', abort, { once: true });
      waiting = { settle, resolve };
    });
  }
}
