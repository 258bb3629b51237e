import { TransportError } from '../transport/transport-error.ts';
import type { PrintReason, PrintResult } from './print-result.ts';

/** More jobs than a counter can owe people; past it something is wrong and the officer should hear of it. */
const QUEUE_LIMIT = 20;

export interface QueuedJob {
  readonly bytes: Uint8Array;
  /** Fires with a `TransportError` when the caller gives up, whatever reason the caller gave. */
  readonly signal: AbortSignal;
  finish(result: PrintResult): void;
}

/** Jobs in the order they came. A job whose signal fires while it waits ends as `not-printed`. */
export interface PrintQueue {
  add(bytes: Uint8Array, signal?: AbortSignal): Promise<PrintResult>;
  take(): QueuedJob | null;
  /** Ends every waiting job as `not-printed`. */
  refuse(reason: PrintReason): void;
  /** While set, new jobs end at once with this reason. */
  close(reason: PrintReason): void;
  open(): void;
  refusal(): PrintReason | null;
  /** Calls `wake` when a job is added; one owner at a time. */
  onAdded(wake: (() => void) | null): void;
}

export function createPrintQueue(): PrintQueue {
  let waiting: QueuedJob[] = [];
  let closed: PrintReason | null = null;
  let wake: (() => void) | null = null;

  return {
    add(bytes, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve({ outcome: 'not-printed', reason: 'aborted' });
        const controller = new AbortController();
        const abort = () => {
          controller.abort(
            new TransportError('aborted', 'The caller gave up the job', { cause: signal?.reason }),
          );
          if (!waiting.includes(job)) return;
          waiting = waiting.filter((other) => other !== job);
          job.finish({ outcome: 'not-printed', reason: 'aborted' });
        };
        const job: QueuedJob = {
          bytes,
          signal: controller.signal,
          finish(result) {
            signal?.removeEventListener('abort', abort);
            resolve(result);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        waiting.push(job);
        wake?.();
      });
    },
    take: () => waiting.shift() ?? null,
    refuse(reason) {
      const refused = waiting;
      waiting = [];
      for (const job of refused) job.finish({ outcome: 'not-printed', reason });
    },
    close(reason) {
      closed = reason;
      this.refuse(reason);
    },
    open() {
      closed = null;
    },
    refusal: () => closed ?? (waiting.length >= QUEUE_LIMIT ? 'busy' : null),
    onAdded(next) {
      wake = next;
    },
  };
}
