import type { Instant } from '../../contract/domain/identifiers.ts';
import type { Cancel, Clock } from '../clock/clock.ts';

export interface LockoutTimers {
  /** Locks an officer out for this long from now, whatever the wall clock does. */
  begin(officerId: string, milliseconds: number): void;
  /** What to show as the end by the wall clock of this moment; null when not locked out. */
  until(officerId: string): Instant | null;
  close(): void;
}

/** Lockouts by elapsed time. `ended` runs when one is over. */
export function createLockoutTimers(clock: Clock, ended: (officerId: string) => void): LockoutTimers {
  const running = new Map<string, { readonly end: number; readonly cancel: Cancel }>();
  return {
    begin(officerId, milliseconds) {
      running.get(officerId)?.cancel();
      const cancel = clock.after(milliseconds, () => {
        running.delete(officerId);
        ended(officerId);
      });
      running.set(officerId, { end: clock.elapsed() + milliseconds, cancel });
    },
    until(officerId) {
      const lockout = running.get(officerId);
      return lockout ? clock.now() + Math.max(0, Math.ceil(lockout.end - clock.elapsed())) : null;
    },
    close() {
      for (const { cancel } of running.values()) cancel();
      running.clear();
    },
  };
}
