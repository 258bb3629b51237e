import type { Locator, Page } from 'playwright-core';

/** Longer than a trembling hand is forgiven, shorter than the ring stands anywhere. */
const SETTLE_MS = 450;
const LOOK_MS = 150;
/** Three rounds of the largest screen at the slowest speed. */
const PATIENCE_MS = 240_000;
/** No person steps faster, and no scanner as slow. */
const STEP_MS = 60;
const MOST_STEPS = 120;

/** Lets time go by on the page. */
export type PassTime = (milliseconds: number) => Promise<void>;

/** Is `target` within the ring, and is the ring around nothing else? */
async function ringed(page: Page, target: Locator): Promise<'item' | 'group' | null> {
  const ring = page.locator('[data-level]');
  const [level, around, box] = await Promise.all([
    ring.getAttribute('data-level', { timeout: 2_000 }),
    ring.boundingBox(),
    target.boundingBox({ timeout: 2_000 }).catch(() => null),
  ]);
  if (!around || !box) return null;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const inside = x > around.x && x < around.x + around.width && y > around.y && y < around.y + around.height;
  return inside && (level === 'item' || level === 'group') ? level : null;
}

/** Waits for the ring to come to `target` by itself, and presses the one key: for its group, then for it. */
export async function chooseWithOneSwitch(page: Page, target: Locator, pass: PassTime): Promise<void> {
  for (let passed = 0; passed < PATIENCE_MS; passed += LOOK_MS) {
    const level = await ringed(page, target);
    if (level === null) {
      await pass(LOOK_MS);
      continue;
    }
    await pass(SETTLE_MS);
    if ((await ringed(page, target)) !== level) continue;
    await page.keyboard.press('Space');
    if (level === 'item') return;
  }
  throw new Error('the ring never came');
}

/** Steps with one key until `target` has the focus, then presses the other. */
export async function chooseWithTwoSwitches(
  page: Page,
  target: Locator,
  { step = 'Tab', press = 'Enter' }: { step?: string; press?: string } = {},
): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(press);
      return;
    }
    await page.keyboard.press(step, { delay: STEP_MS });
  }
  throw new Error('the steps never came there');
}

/** Steps all around the screen as it stands; what is wrong with the way, one line each. */
export function faultsOfSteps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const front = document.querySelector('[role=dialog], [role=alertdialog]') ?? document;
    const things = [...front.querySelectorAll<HTMLElement>('button, input, textarea, a[href]')].filter(
      (element) =>
        element.checkVisibility() &&
        !element.matches(':disabled') &&
        (element.parentElement?.getBoundingClientRect().width ?? 0) > 1,
    );
    const nameOf = (element: Element | null) =>
      element?.getAttribute('aria-label') ?? element?.textContent ?? 'nothing';
    const seen: Element[] = [];
    const faults: string[] = [];
    // One step more than there are things: the first comes again.
    for (let steps = 0; steps <= things.length; steps += 1) {
      const from = document.activeElement ?? document.body;
      const tab = { key: 'Tab', code: 'Tab', bubbles: true, cancelable: true };
      from.dispatchEvent(new KeyboardEvent('keydown', tab));
      const at = document.activeElement ?? document.body;
      seen.push(at);
      const box = at.getBoundingClientRect();
      if (box.bottom <= 0 || box.top >= window.innerHeight) faults.push(`out of sight: ${nameOf(at)}`);
    }
    if (seen.at(0) !== seen.at(-1)) faults.push(`does not come around: ${seen.map(nameOf).join(' | ')}`);
    for (const thing of things) if (!seen.includes(thing)) faults.push(`never reached: ${nameOf(thing)}`);
    return faults;
  });
}
