import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, resizePage } from './support/accessibility.ts';
import { beginVisit, citizenWords, walkEveryCitizenScreen } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';

/** Half as large again as the counter's: fingers that have never touched a screen. */
const SMALLEST_TARGET = 64;
const WALK_LIMIT_MS = 400_000;
const screens = [
  { name: 'standing', width: 1080, height: 1920 },
  { name: 'lying', width: 1280, height: 800 },
] as const;
let started: CitizenKiosk;

beforeAll(async () => {
  started = await startCitizenKiosk();
}, 90_000);
afterAll(() => started?.close());

test.each(['id', 'en'] as const)(
  'every screen in %s is for everybody, on both screens',
  async (language) => {
    const { kiosk, page, trackingCode } = started;
    const faults: string[] = [];
    await walkEveryCitizenScreen({
      page,
      language,
      trackingCode,
      async look(screen) {
        for (const { name, width, height } of screens) {
          await resizePage(kiosk.app, page, 'self-service', width, height);
          for (const fault of await faultsOf(page, SMALLEST_TARGET))
            faults.push(`${screen}, ${name}: ${fault}`);
        }
      },
    });
    expect(faults).toEqual([]);
  },
  WALK_LIMIT_MS,
);

test('the largest letters with the high contrast lose nothing, on both screens', async () => {
  const { kiosk, page } = started;
  const words = citizenWords('id');
  await beginVisit(page);
  await page.getByRole('button', { name: words('textSize.normal') }).click();
  await page.getByRole('button', { name: words('textSize.large') }).click();
  await page.getByRole('button', { name: words('contrast') }).click();
  const faults: string[] = [];
  for (const { name, width, height } of screens) {
    await resizePage(kiosk.app, page, 'self-service', width, height);
    for (const fault of await faultsOf(page, SMALLEST_TARGET)) faults.push(`${name}: ${fault}`);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#face *')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        .map((element) => element.className),
    );
    expect(wide, `wider than the screen, ${name}`).toEqual([]);
  }
  expect(faults).toEqual([]);
  await page.getByRole('button', { name: words('finish') }).click();
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
    face: 'self-service',
  });
});
