/** Stops a timer; calling it twice, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** Time as the caller gives it: drivers own no timers and read no clock of their own. */
export interface Clock {
  /** Milliseconds; a wall clock may jump, so waiting is done with `after` only. */
  now(): number;
  /** Runs `run` once, `milliseconds` from now. */
  after(milliseconds: number, run: () => void): Cancel;
}

/** Resolves after `milliseconds`, or at once when the signal aborts; never rejects. */
export function pause(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const finish = () => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(milliseconds, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
