import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resizePage } from './support/accessibility.ts';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { passportReplacement, pressUntil } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

const words = citizenWords('id');
/** Longer than a screen that has just changed takes no touch. */
const SETTLED_MS = 450;
/** Longer than Chromium takes to call it a long touch. */
const LONG_MS = 900;
/** A fingertip laid flat. */
const FAT_PX = 30;
let kiosk: Launched;
let page: Page;
let touch: CDPSession;

interface Point {
  readonly x: number;
  readonly y: number;
}

beforeAll(async () => {
  kiosk = await launch({ args: ['--faces=self-service'] });
  page = await kiosk.face('self-service');
  await resizePage(kiosk.app, page, 'self-service', 1080, 1920);
  touch = await page.context().newCDPSession(page);
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 10 });
}, 90_000);
afterAll(() => kiosk?.close());

const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const choice = (name: string) => page.getByRole('main').getByRole('button', { name });
const finish = () =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    heading(words('welcome')),
  );

async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error('the target is not on screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const down = (points: readonly Point[], radius = 8) =>
  touch.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: points.map((point, id) => ({ ...point, id, radiusX: radius, radiusY: radius })),
  });
const move = (points: readonly Point[]) =>
  touch.send('Input.dispatchTouchEvent', {
    type: 'touchMove',
    touchPoints: points.map((point, id) => ({ ...point, id })),
  });
const up = () => touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

async function openMenu(): Promise<void> {
  await beginVisit(page);
  await page.waitForTimeout(SETTLED_MS);
}

test('a touch answers, also a long one', async () => {
  await openMenu();
  await down([await middleOf(choice(words('menuTicket')))]);
  await page.waitForTimeout(LONG_MS);
  await up();
  await heading(words('ticketService')).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await down([await middleOf(choice(passportReplacement().name.id))], FAT_PX);
  await up();
  await heading(words('peopleTitle')).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await down([await middleOf(page.getByRole('button', { name: '7', exact: true }))], FAT_PX);
  await page.waitForTimeout(LONG_MS);
  await up();
  await heading(words('priorityTitle')).waitFor();
  await finish();
});

test('two quick touches answer one question, the second is for nobody', async () => {
  await openMenu();
  const place = await middleOf(choice(words('menuTicket')));
  for (let tap = 0; tap < 2; tap += 1) {
    await down([place]);
    await up();
  }
  await heading(words('ticketService')).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  expect(await heading(words('ticketService')).isVisible()).toBe(true);
  await finish();
});

test('the first touch of a visit, given twice, opens the menu and answers nothing', async () => {
  const place = await middleOf(page.getByRole('button', { name: 'Bahasa Indonesia' }));
  for (let tap = 0; tap < 3; tap += 1) {
    await down([place]);
    await up();
  }
  await heading(words('menuTitle')).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  expect(await heading(words('menuTitle')).isVisible()).toBe(true);
  await finish();
});

test('a palm, and a finger that slides away, answer nothing', async () => {
  await openMenu();
  const { x, y } = await middleOf(choice(words('menuTicket')));
  await down(
    [0, 1, 2, 3, 4].map((finger) => ({ x: x - 200 + finger * 90, y: y + finger * 60 })),
    FAT_PX,
  );
  await page.waitForTimeout(LONG_MS);
  await up();
  await down([{ x, y }]);
  for (let step = 1; step <= 6; step += 1) await move([{ x, y: y + step * 60 }]);
  await up();
  await page.waitForTimeout(SETTLED_MS);
  expect(await heading(words('menuTitle')).isVisible()).toBe(true);
  await finish();
});

test('neighbours stand far enough apart for a fat finger', async () => {
  await openMenu();
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('main button')].map((each) => each.getBoundingClientRect().toJSON()),
  );
  for (const [place, box] of boxes.entries()) {
    const next = boxes[place + 1];
    if (next && next.y > box.y) expect(next.y - (box.y + box.height)).toBeGreaterThanOrEqual(12);
  }
  await finish();
});
