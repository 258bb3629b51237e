import type { Page } from 'playwright-core';

/** A quick scanner: a key every 5 ms. */
const SECONDS_PER_KEY = 0.005;

/**
 * Types a code and Enter as a scanner does, whatever else the machine has to do: all keys are handed to the browser at
 * once, each with the time at which it was pressed.
 */
export async function typeAsScanner(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const start = Date.now() / 1_000;
  const keys = [...code, '\r'];
  const sent = keys.flatMap((text, place) => {
    const key = text === '\r' ? 'Enter' : text;
    const timestamp = start + place * SECONDS_PER_KEY;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ];
  });
  await Promise.all(sent);
  await session.detach();
}
