import { Worker } from 'node:worker_threads';
import type { FuzzOrder, FuzzOutcome } from './fuzz-run.ts';
import { FUZZ_LIMITS } from './fuzz-target.ts';

/** How often an endless input is looked for. */
const LOOK_MS = 250;

export interface RunTargetOptions extends Omit<FuzzOrder, 'begun'> {
  /** Milliseconds after which an input counts as endless; the limit when not given. */
  readonly endlessMs?: number;
}

/** Runs one target in a thread of its own, which is ended when an input is endless or eats the heap. Never rejects. */
export function runTarget({
  endlessMs = FUZZ_LIMITS.endlessMs,
  ...order
}: RunTargetOptions): Promise<FuzzOutcome> {
  const shared = new SharedArrayBuffer(4);
  const begun = new Uint32Array(shared);
  const workerData: FuzzOrder = { ...order, begun: shared };
  const worker = new Worker(new URL('./fuzz-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: FUZZ_LIMITS.heapMegabytes },
  });
  return new Promise((resolve) => {
    let since = { execution: 0, at: performance.now() };
    const finish = (outcome: FuzzOutcome) => {
      clearInterval(looking);
      resolve(outcome);
      void worker.terminate();
    };
    const fail = (why: string) =>
      finish({ kind: 'failed', execution: Math.max(0, Atomics.load(begun, 0) - 1), why });
    const looking = setInterval(() => {
      const execution = Atomics.load(begun, 0);
      if (execution !== since.execution) since = { execution, at: performance.now() };
      // Before the first execution the thread loads its table, which is not held against any input.
      else if (execution > 0 && performance.now() - since.at > endlessMs) fail('never ends');
    }, LOOK_MS);
    worker.once('message', finish);
    worker.once('error', (error) =>
      fail(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    worker.once('exit', () => fail('the thread ended without a word'));
  });
}
