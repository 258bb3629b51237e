import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { type Launched, launch } from './support/launch.ts';

const words = citizenWords('id');
let kiosk: Launched;
let page: Page;

/** Lets the page's idle time come only when the test says so. */
interface Idle {
  readonly waiting: Map<number, () => void>;
}

beforeAll(async () => {
  kiosk = await launch({ args: ['--faces=self-service'] });
  page = await kiosk.face('self-service');
  await page.addInitScript(() => {
    const waiting = new Map<number, () => void>();
    let last = 0;
    Object.assign(window, {
      idle: { waiting },
      requestIdleCallback(callback: () => void) {
        last += 1;
        waiting.set(last, callback);
        return last;
      },
      cancelIdleCallback: (handle: number) => waiting.delete(handle),
    });
  });
}, 90_000);
afterAll(() => kiosk?.close());

/** Title of the screen that is made and not shown; null when there is none. */
const unseenTitle = () =>
  page.evaluate(() => {
    const titles = [...document.querySelectorAll('h1')];
    const unseen = titles.find((title) => !title.checkVisibility({ visibilityProperty: true }));
    return unseen?.textContent ?? null;
  });
const waiting = () => page.evaluate(() => (globalThis as unknown as { idle: Idle }).idle.waiting.size);

async function passIdleTime(): Promise<void> {
  await expect.poll(waiting).toBe(1);
  await page.evaluate(() => {
    const { waiting: all } = (globalThis as unknown as { idle: Idle }).idle;
    const callbacks = [...all.values()];
    all.clear();
    for (const callback of callbacks) callback();
  });
}

test('the next screens are gone through while nobody is there, unseen and out of reach', async () => {
  await page.reload();
  await page.getByRole('heading', { level: 1, name: words('welcome') }).waitFor();
  for (const title of ['access.title', 'ticketService', 'informationTitle', 'search', 'feedbackTitle']) {
    await passIdleTime();
    await expect.poll(unseenTitle).toBe(words(title));
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.checkVisibility({ visibilityProperty: true })),
    ).toBe(true);
    await passIdleTime();
    await expect.poll(unseenTitle).toBe(words('menuTitle'));
  }
  await passIdleTime();
  expect(await waiting()).toBe(0);
  await beginVisit(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words('menuTitle'));
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: words('finish') })
    .click();
});

test('a touch in the middle of it opens the menu', async () => {
  await page.reload();
  await page.getByRole('heading', { level: 1, name: words('welcome') }).waitFor();
  await passIdleTime();
  await expect.poll(unseenTitle).toBe(words('access.title'));
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await page.getByRole('heading', { level: 1, name: words('menuTitle') }).waitFor();
  expect(await waiting()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words('menuTitle'));
});
