/** The thread of one target: makes inputs, runs them, and reports the first that breaks a limit. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzOrder, FuzzOutcome } from './fuzz-run.ts';
import { FUZZ_LIMITS, type FuzzTarget } from './fuzz-target.ts';
import { makeInput } from './make-input.ts';

const order: FuzzOrder = workerData;
const begun = new Uint32Array(order.begun);
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heldBytes(): number {
  collectGarbage();
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

function words(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface Harm {
  readonly why: string;
  /** False where the machine may be to blame, so that the input gets a second try. */
  readonly certain: boolean;
}

/** Null when the input did no harm. `refused` counts those that ended in an allowed error. */
async function tryInput(target: FuzzTarget, input: Uint8Array, refused: () => void): Promise<Harm | null> {
  const outside = getHeapStatistics().external_memory;
  const start = performance.now();
  try {
    const running = target.run(input);
    if (running instanceof Promise) await running;
  } catch (error) {
    if (!target.allowed.some((allowed) => error instanceof allowed))
      return { why: words(error), certain: true };
    refused();
  }
  const took = performance.now() - start;
  if (took > FUZZ_LIMITS.slowMs) return { why: `took ${took.toFixed(0)} ms`, certain: false };
  const added = getHeapStatistics().external_memory - outside;
  const why = `took ${added} bytes of memory`;
  return added > FUZZ_LIMITS.greedyBytes ? { why, certain: true } : null;
}

async function fuzz(target: FuzzTarget): Promise<FuzzOutcome> {
  const { seed, only, milliseconds } = order;
  const start = performance.now();
  let refusals = 0;
  let warm: number | null = null;
  for (let execution = only ?? 0; ; execution += 1) {
    Atomics.store(begun, 0, execution + 1);
    const input = makeInput(seed, execution, target.samples, target.longest);
    const attempt = () => tryInput(target, input, () => (refusals += 1));
    let harm = await attempt();
    if (harm && !harm.certain) harm = await attempt();
    if (harm) return { kind: 'failed', execution, why: harm.why };
    if (only !== null) return { kind: 'passed', executions: 1, refusals };
    if (execution % 64 !== 0) continue;
    const passed = performance.now() - start;
    if (warm === null && passed > milliseconds / 4) warm = heldBytes();
    if (passed < milliseconds) continue;
    const growth = warm === null ? 0 : heldBytes() - warm;
    if (growth > FUZZ_LIMITS.growthBytes)
      return { kind: 'failed', execution, why: `holds ${growth} bytes more than after its warm-up` };
    return { kind: 'passed', executions: execution + 1, refusals };
  }
}

const { targets }: { targets: readonly FuzzTarget[] } = await import(order.table);
const target = targets.find(({ name }) => name === order.target);
if (!target) throw new TypeError(`No target ${order.target}`);
parentPort?.postMessage(await fuzz(target));
