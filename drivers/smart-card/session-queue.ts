import type { CardChannel } from './card-channel.ts';
import { CardError } from './card-error.ts';

/** More sessions than a counter can have at once; past it something is wrong and the caller should hear of it. */
const QUEUE_LIMIT = 8;

export interface QueuedSession {
  /** Fires with `CardError` `aborted` when the caller gives up. */
  readonly signal: AbortSignal;
  /**
   * Runs the caller's work. It resolves when the work is done or failed, or as soon as `ended` fires, whatever the work
   * is doing; what it resolves with tells the caller.
   */
  run(channel: CardChannel, ended: AbortSignal): Promise<() => void>;
  fail(error: CardError): void;
}

/** Sessions with one slot, in the order they came. */
export interface SessionQueue {
  /** Settles as `work` does, or fails with a `CardError`. */
  add<Value>(work: (channel: CardChannel) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
  take(): QueuedSession | null;
  /** Fails every waiting session. */
  refuse(error: CardError): void;
  /** Calls `wake` when a session is added; one owner at a time. */
  onAdded(wake: (() => void) | null): void;
}

export function createSessionQueue(): SessionQueue {
  let waiting: QueuedSession[] = [];
  let wake: (() => void) | null = null;

  return {
    add<Value>(work: (channel: CardChannel) => Promise<Value>, signal?: AbortSignal) {
      return new Promise<Value>((resolve, reject) => {
        if (signal?.aborted) return reject(givenUp(signal));
        if (waiting.length >= QUEUE_LIMIT) {
          return reject(new CardError('reader-busy', 'Too many wait for this reader'));
        }
        const controller = new AbortController();
        const abort = () => {
          const error = givenUp(signal);
          controller.abort(error);
          if (!waiting.includes(session)) return;
          waiting = waiting.filter((other) => other !== session);
          session.fail(error);
        };
        const finish = (end: () => void) => {
          signal?.removeEventListener('abort', abort);
          end();
        };
        const session: QueuedSession = {
          signal: controller.signal,
          async run(channel, ended) {
            try {
              const value = await untilEnded(work(channel), ended);
              return () => finish(() => resolve(value));
            } catch (error) {
              return () => finish(() => reject(error));
            }
          },
          fail: (error) => finish(() => reject(error)),
        };
        signal?.addEventListener('abort', abort, { once: true });
        waiting.push(session);
        wake?.();
      });
    },
    take: () => waiting.shift() ?? null,
    refuse(error) {
      const refused = waiting;
      waiting = [];
      for (const session of refused) session.fail(error);
    },
    onAdded(next) {
      wake = next;
    },
  };
}

function untilEnded<Value>(work: Promise<Value>, ended: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(ended.reason);
    if (ended.aborted) stop();
    ended.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => ended.removeEventListener('abort', stop));
  });
}

function givenUp(signal: AbortSignal | undefined): CardError {
  return new CardError('aborted', 'The caller gave up', { cause: signal?.reason });
}
