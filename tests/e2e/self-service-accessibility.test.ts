import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, lostText, resizePage } from './support/accessibility.ts';
import { beginVisit, citizenWords, walkEveryCitizenScreen } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';

/** Half as large again as the counter's: fingers that have never touched a screen. */
const SMALLEST_TARGET = 64;
const WALK_LIMIT_MS = 400_000;
const screens = [
  { name: 'standing', width: 1080, height: 1920 },
  { name: 'lying', width: 1280, height: 800 },
] as const;
/** The ways of the comfort bar: each theme, and letters twice as large, whose colours are those of the first. */
const looks = [
  { theme: 'normal', text: 'normal', rules: true },
  { theme: 'high', text: 'normal', rules: true },
  { theme: 'normal', text: 'largest', rules: false },
] as const;
let started: CitizenKiosk;

beforeAll(async () => {
  started = await startCitizenKiosk();
}, 90_000);
afterAll(() => started?.close());

test.each(['id', 'en'] as const)(
  'every screen in %s is for everybody, on both screens, in both themes and with the largest letters',
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
          for (const { theme, text, rules } of looks) {
            await page.evaluate((wanted) => Object.assign(document.documentElement.dataset, wanted), {
              contrast: theme,
              text,
            });
            const found = await lostText(page);
            if (rules) found.push(...(await faultsOf(page, SMALLEST_TARGET)));
            for (const fault of found) faults.push(`${screen}, ${name}, ${theme}, ${text}: ${fault}`);
          }
        }
        await page.evaluate(() => {
          const { dataset } = document.documentElement;
          delete dataset.contrast;
          delete dataset.text;
        });
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
    const found = [...(await faultsOf(page, SMALLEST_TARGET)), ...(await lostText(page))];
    for (const fault of found) faults.push(`${name}: ${fault}`);
  }
  expect(faults).toEqual([]);
  await page.getByRole('button', { name: words('finish') }).click();
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({
    face: 'self-service',
  });
});
