import type { Clock } from '../../../clock/clock.ts';

/** What is older than this much sending hardly tells how the line is now. */
const REMEMBERED_MS = 60_000;
/** Below this the answer's way back would be measured rather than the line. */
const LEAST_BYTES = 64 * 1024;

/** How fast bundles go, measured over the time at least one is under way. Forgotten by a restart on purpose. */
export interface LineRate {
  /** An upload begins; answers what ends it. */
  begin(): () => void;
  sent(bytes: number): void;
  /** Bytes a second; null before enough was sent to tell. */
  bytesPerSecond(): number | null;
}

export function createLineRate(clock: Clock): LineRate {
  let underWay = 0;
  let since = 0;
  let bytes = 0;
  let everSent = 0;
  let milliseconds = 0;

  function countTime(): void {
    if (underWay > 0) milliseconds += clock.elapsed() - since;
    since = clock.elapsed();
    if (milliseconds <= REMEMBERED_MS) return;
    bytes /= 2;
    milliseconds /= 2;
  }

  return {
    begin() {
      countTime();
      underWay += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        countTime();
        underWay -= 1;
      };
    },
    sent(count) {
      countTime();
      bytes += count;
      everSent += count;
    },
    bytesPerSecond() {
      countTime();
      return everSent < LEAST_BYTES || bytes === 0 || milliseconds <= 0
        ? null
        : (bytes * 1_000) / milliseconds;
    },
  };
}
