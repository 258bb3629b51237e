import type { ExitReason } from './process-host.ts';

export interface ExitWatch {
  readonly ended: () => boolean;
  /** The process is gone. Only the first report counts. */
  readonly exited: (code: number | null, signal: string | null) => void;
  readonly notStarted: (message: string) => void;
  readonly terminate: (graceMs: number) => Promise<ExitReason>;
}

/**
 * Turns the raw end of a process into one {@link ExitReason}, told once.
 * `kill` must end the process at once and may be called when it is already gone.
 */
export function watchExit(kill: () => void, tell: (reason: ExitReason) => void): ExitWatch {
  const { promise, resolve } = Promise.withResolvers<ExitReason>();
  let asked: 'nothing' | 'stop' | 'kill' = 'nothing';
  let ended = false;
  let grace: NodeJS.Timeout | undefined;

  function end(reason: ExitReason): void {
    if (ended) return;
    ended = true;
    clearTimeout(grace);
    resolve(reason);
    tell(reason);
  }

  function killNow(): void {
    asked = 'kill';
    kill();
  }

  return {
    ended: () => ended,
    exited(code, signal) {
      if (asked === 'kill') end({ kind: 'killed' });
      else if (asked === 'stop') end({ kind: 'stopped' });
      else end({ kind: 'exited', code, signal });
    },
    notStarted: (message) => end({ kind: 'not-started', message }),
    terminate(graceMs) {
      if (ended || asked === 'kill') return promise;
      clearTimeout(grace);
      if (graceMs <= 0) {
        killNow();
      } else {
        asked = 'stop';
        grace = setTimeout(killNow, graceMs);
      }
      return promise;
    },
  };
}
