import type { Page } from 'playwright-core';

/**
 * Begins to note, in the page, how long each touch or key takes until the screen has answered (W3C Event Timing), and what
 * moves without having been touched half a second before (WICG Layout Instability, `hadRecentInput`).
 */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = new Map<number, number>();
    const moved: number[] = [];
    Object.assign(globalThis, { noted, moved });
    const observer = new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
        // One touch is several events; the slowest of them is what was felt.
        if (interactionId) noted.set(interactionId, Math.max(duration, noted.get(interactionId) ?? 0));
      }
    });
    // 16 ms is the least the standard allows to ask for.
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    const still = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) moved.push(value);
      }
    });
    still.observe({ type: 'layout-shift', buffered: true });
  });
}

/** What was noted since the last call. */
export async function take(page: Page): Promise<number[]> {
  return await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const { noted } = globalThis as unknown as { noted: Map<number, number> };
    const durations = [...noted.values()];
    noted.clear();
    return durations;
  });
}

/** How much moved by itself since the last call: the layout shift scores, summed. */
export async function takeShift(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { moved } = globalThis as unknown as { moved: number[] };
    return moved.splice(0).reduce((sum, each) => sum + each, 0);
  });
}
