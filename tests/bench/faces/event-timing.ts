import type { Page } from 'playwright-core';

/** Begins to note, in the page, how long each touch or key takes until the screen has answered (W3C Event Timing). */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = new Map<number, number>();
    Object.assign(globalThis, { noted });
    const observer = new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
        // One touch is several events; the slowest of them is what was felt.
        if (interactionId) noted.set(interactionId, Math.max(duration, noted.get(interactionId) ?? 0));
      }
    });
    // 16 ms is the least the standard allows to ask for.
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/**
 * Resolves when the screen has answered. Between a press and this nothing is asked of the page: who asks whether a heading
 * has come makes the page work out the roles of all that is on it, in the middle of what is measured.
 */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** What was noted since the last call. */
export async function take(page: Page): Promise<number[]> {
  await painted(page);
  return await page.evaluate(() => {
    const { noted } = globalThis as unknown as { noted: Map<number, number> };
    const durations = [...noted.values()];
    noted.clear();
    return durations;
  });
}
