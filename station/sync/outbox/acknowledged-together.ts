import type { Clock } from '../../clock/clock.ts';
import type { PacketLedger } from './packet-ledger.ts';
import type { Verdict } from './verdict.ts';

/** Nobody at the counter sees the difference, and a kill in between costs one question: central says again what it has. */
const GATHERED_MS = 250;
/** Each of them keeps a bundle in the outbox that is not needed any more. */
const MOST = 64;

/**
 * On a fast line many bundles are acknowledged between two flushes of the disk: they are written down together, so that
 * the disk waits once. On a slow one each is written down at once.
 */
export interface AcknowledgedTogether {
  /** Throws `StoreError` of this or an earlier one that could not be written down. */
  add(verdict: Verdict): void;
  /** Writes down what is left; throws as `add`. */
  flush(): void;
}

export function createAcknowledgedTogether(clock: Clock, ledger: PacketLedger): AcknowledgedTogether {
  let waiting: Verdict[] = [];
  let settledAt = Number.NEGATIVE_INFINITY;
  let cancel = () => {};
  let trouble: { readonly error: unknown } | null = null;

  function settle(): void {
    cancel();
    const verdicts = waiting;
    waiting = [];
    settledAt = clock.elapsed();
    ledger.settle(verdicts);
  }
  function settleLater(): void {
    try {
      settle();
    } catch (error) {
      trouble ??= { error };
    }
  }
  function complain(): void {
    const found = trouble;
    trouble = null;
    if (found) throw found.error;
  }

  return {
    add(verdict) {
      complain();
      waiting.push(verdict);
      if (waiting.length >= MOST || clock.elapsed() - settledAt >= GATHERED_MS) return settle();
      if (waiting.length === 1) cancel = clock.after(GATHERED_MS, settleLater);
    },
    flush() {
      settle();
      complain();
    },
  };
}
