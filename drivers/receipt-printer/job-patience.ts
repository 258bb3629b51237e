import type { Cancel, Clock } from '../clock.ts';
import type { PrintReason } from './print-result.ts';
import { PrinterFailure } from './printer-failure.ts';
import type { PrinterTiming } from './printer-timing.ts';

/** How long a job may go without progress: short while the printer is well, long while someone must help it. */
export interface JobPatience {
  /** Fires with a `PrinterFailure` when patience ends. */
  readonly signal: AbortSignal;
  /** What the printer last complained about; null while it is well. */
  problem(): PrintReason | null;
  setProblem(problem: PrintReason | null): void;
  /** Bytes moved: the wait starts again. `whenLost` is the reason to give if a healthy printer now goes quiet. */
  progress(whenLost: PrintReason): void;
  end(): void;
}

export function createJobPatience(clock: Clock, timing: PrinterTiming): JobPatience {
  const controller = new AbortController();
  let problem: PrintReason | null = null;
  let lost: PrintReason = 'stalled';
  let cancel: Cancel = () => {};
  let ended = false;

  return {
    signal: controller.signal,
    problem: () => problem,
    setProblem(next) {
      if (next === problem) return;
      problem = next;
      restart();
    },
    progress(whenLost) {
      lost = whenLost;
      restart();
    },
    end() {
      ended = true;
      cancel();
    },
  };

  function restart() {
    cancel();
    if (ended) return;
    const limit = problem ? timing.attentionMs : timing.healthyMs;
    cancel = clock.after(limit, () => {
      controller.abort(new PrinterFailure(problem ?? lost, `No progress within ${limit} ms`));
    });
  }
}
