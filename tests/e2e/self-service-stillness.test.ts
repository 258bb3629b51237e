import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resizePage } from './support/accessibility.ts';
import { beginVisit, citizenWords, pressKeys } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { passportReplacement, pressUntil } from './support/counter.ts';

const words = citizenWords('id');
/** Of the right length, and its check character does not fit. */
const WRONG_CODE = 'AAAAAAAAA';
/** Longer than a screen that has just changed takes no touch. */
const SETTLED_MS = 450;
const screens = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
] as const;
let started: CitizenKiosk;
let page: Page;
let tray: Page;

beforeAll(async () => {
  started = await startCitizenKiosk();
  page = started.page;
  tray = await started.kiosk.tray();
}, 90_000);
afterAll(() => started?.close());
beforeEach(async () => {
  await page.reload();
});

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const go = (name: string, title: string | RegExp) =>
  pressUntil(page.getByRole('main').getByRole('button', { name }).first(), heading(title));
const finish = () => page.getByRole('contentinfo').getByRole('button', { name: words('finish') });

/** From the title, wherever the screen was pushed to. */
async function placeOf(target: Locator): Promise<{ x: number; y: number }> {
  const [box, title] = await Promise.all([
    target.boundingBox(),
    page.getByRole('heading', { level: 1 }).boundingBox(),
  ]);
  if (!box || !title) throw new Error('it is not on screen');
  return { x: box.x - title.x, y: box.y - title.y };
}

const lastLine = () => page.getByText(/^Berlaku sejak/);
/** A screen with a paper to print in its middle; answers where its last line stands. */
async function openService(): Promise<{ x: number; y: number }> {
  await beginVisit(page);
  await go(words('menuInformation'), words('informationTitle'));
  const service = passportReplacement().name.id;
  await go(service, service);
  return await placeOf(lastLine());
}
const print = () =>
  page
    .getByRole('main')
    .getByRole('button', { name: words('print') })
    .click();

test.each(screens)('what stands below a paper stays there, at $width × $height', async (size) => {
  await resizePage(started.kiosk.app, page, 'self-service', size.width, size.height);
  const before = await openService();
  await print();
  await page.getByText(words('paper.printed')).waitFor();
  expect(await placeOf(lastLine())).toEqual(before);
});

test('nor does it move when there is no paper', async () => {
  await tray.getByRole('button', { name: 'Habiskan kertas' }).click();
  const before = await openService();
  await print();
  await page.getByText(words('guideWithoutPaper')).waitFor();
  expect(await placeOf(lastLine())).toEqual(before);
  await tray.getByRole('button', { name: 'Isi kertas' }).click();
});

test.each(screens)(
  'the keys stay under the finger when a code is wrong, at $width × $height',
  async (size) => {
    await resizePage(started.kiosk.app, page, 'self-service', size.width, size.height);
    await beginVisit(page);
    await go(words('menuStatus'), words('statusTitle'));
    const keys = page.getByRole('group', { name: words('keys') });
    const before = await placeOf(keys);
    await pressKeys(page, WRONG_CODE);
    await page
      .getByRole('alert')
      .filter({ hasText: words('codeWrong') })
      .waitFor();
    expect(await placeOf(keys)).toEqual(before);
  },
);

test('the welcome after a visit is whole in its first picture', async () => {
  await heading(words('welcome')).waitFor();
  const whole = await page.evaluate(() => document.querySelector('main')?.textContent);
  await beginVisit(page);
  const first = await finish().evaluate(
    (button: HTMLButtonElement, settled) =>
      new Promise((painted) => {
        setTimeout(() => {
          button.click();
          requestAnimationFrame(() => painted(document.querySelector('main')?.textContent));
        }, settled);
      }),
    SETTLED_MS,
  );
  expect(first).toBe(whole);
});
