/** Time for a slow reader to read the longest screen, before anything is asked. */
export const IDLE_MS = 90_000;
/** Time to read the question and touch the screen; WCAG 2.2 (2.2.1) asks for at least twenty seconds. */
export const WARNING_MS = 30_000;
/** One switch needs many times what a finger needs for the same answer; nobody's answers are taken from under the ring. */
export const SCANNING_PATIENCE = 4;

export interface IdleWatch {
  /** Somebody is there. */
  sign(): void;
  stop(): void;
}

/**
 * quiet ─IDLE_MS▶ warned ─WARNING_MS▶ over; a sign of life leads back to quiet until it is over. Owns its one timer.
 * @param patience how many times as long both take
 */
export function watchIdle(tell: (state: 'quiet' | 'warned' | 'over') => void, patience = 1): IdleWatch {
  let state: 'quiet' | 'warned' | 'over' = 'quiet';
  let timer = setTimeout(warn, IDLE_MS * patience);

  function become(next: typeof state): void {
    if (next === state) return;
    state = next;
    tell(next);
  }

  function warn(): void {
    timer = setTimeout(() => become('over'), WARNING_MS * patience);
    become('warned');
  }

  return {
    sign() {
      if (state === 'over') return;
      clearTimeout(timer);
      timer = setTimeout(warn, IDLE_MS * patience);
      become('quiet');
    },
    stop() {
      clearTimeout(timer);
      state = 'over';
    },
  };
}
