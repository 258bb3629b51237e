import { setTimeout as sleep } from 'node:timers/promises';

/** Short beside anything a device does, long enough to leave an emulated processor to the kernel. */
const STEP_MILLISECONDS = 20;

export function pass(milliseconds: number): Promise<void> {
  return sleep(milliseconds);
}

/** Resolves with the milliseconds it took until the check holds; fails when it does not within the limit. */
export async function until(
  what: string,
  limitMs: number,
  check: () => boolean | Promise<boolean>,
): Promise<number> {
  const start = performance.now();
  while (!(await check())) {
    if (performance.now() - start > limitMs) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await sleep(STEP_MILLISECONDS);
  }
  return performance.now() - start;
}
