import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What the page in `shell-program/` offers to tests. */
    readonly shellTest: {
      readonly states: readonly string[];
      readonly stateCount: (count: number) => Promise<string[]>;
      readonly call: (data: string) => Promise<unknown>;
    };
  }
}

/** All states the shell told the page, once there are at least `count`. */
export async function stateCount(page: Page, count: number): Promise<string[]> {
  // A window that has its address may not have run its script yet.
  await page.waitForFunction(() => window.shellTest !== undefined);
  return await page.evaluate((wanted) => window.shellTest.stateCount(wanted), count);
}

/** Sends `data` to the echo station. */
export function call(page: Page, data: string): Promise<unknown> {
  return page.evaluate((sent) => window.shellTest.call(sent), data);
}
