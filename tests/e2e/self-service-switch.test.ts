import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOLD_MS } from '../../renderer/self-service/access/held-switch.ts';
import { IDLE_MS, WARNING_MS } from '../../renderer/self-service/idle-watch.ts';
import { speechSynthesiser } from '../../scripts/speech/generate-clips.ts';
import { faultsOf, resizePage } from './support/accessibility.ts';
import { beginVisit, citizenWords, walkEveryCitizenScreen } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { passportReplacement } from './support/counter.ts';
import {
  chooseWithOneSwitch,
  chooseWithTwoSwitches,
  faultsOfSteps,
  type PassTime,
} from './support/switches.ts';

const words = citizenWords('id');
const service = passportReplacement().name.id;
/** The first screen after a touch or a key settles (`SETTLE_MS` of a visit). */
const SETTLE_MS = 400;
const SCREENS = [
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
] as const;
const WALK_LIMIT_MS = 300_000;

let started: CitizenKiosk;
let page: Page;

beforeAll(async () => {
  started = await startCitizenKiosk();
  page = started.page;
}, 90_000);
afterAll(() => started?.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const choice = (name: string) => page.getByRole('main').getByRole('button', { name }).first();
const finish = () => page.getByRole('contentinfo').getByRole('button', { name: words('finish') });
const realTime: PassTime = (milliseconds) => page.waitForTimeout(milliseconds);
const code = () => started.trackingCode.slice(3).replaceAll('-', '');

async function holdTheSwitch(pass: PassTime): Promise<void> {
  await heading(words('welcome')).waitFor();
  await page.keyboard.down('Space');
  await pass(HOLD_MS);
  await heading(words('menuTitle')).waitFor();
  await page.keyboard.up('Space');
}

test(
  'two keys and nothing else: a ticket is taken, with the ring in sight at every step',
  async () => {
    const step = (name: string, key: string) => chooseWithTwoSwitches(page, choice(name), { step: key });
    await chooseWithTwoSwitches(page, page.getByRole('button', { name: 'Bahasa Indonesia' }));
    await heading(words('menuTitle')).waitFor();
    const seen: string[] = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab', { delay: 60 });
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        const box = element?.getBoundingClientRect();
        if (!element || !box) return null;
        const outline = getComputedStyle(element).outlineWidth;
        const inSight = box.top >= 0 && box.bottom <= window.innerHeight;
        return { name: element.getAttribute('aria-label') ?? element.textContent, outline, inSight };
      });
      expect(at).toMatchObject({ outline: '7px', inSight: true });
      if (at?.name && at.name === seen[0]) break;
      seen.push(at?.name ?? '');
    }
    expect(seen[0]).toContain(words('menuTicket'));
    expect(seen).toContain(words('access.title'));
    expect(seen.length).toBeLessThan(20);
    await step(words('menuTicket'), 'Tab');
    await heading(words('ticketService')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await step(service, 'ArrowRight');
    await heading(words('peopleTitle')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, button('2'));
    await heading(words('priorityTitle')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await step(words('priority.none'), 'ArrowRight');
    await page.getByText(/^[A-Z]-\d{3,}$/).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, finish());
    await heading(words('welcome')).waitFor();
  },
  WALK_LIMIT_MS,
);

test(
  'two keys write a code and a sentence with the keys of the screen',
  async () => {
    await beginVisit(page);
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, choice(words('menuStatus')), { step: 'ArrowRight', press: 'Space' });
    await heading(words('statusTitle')).waitFor();
    for (const key of code()) await chooseWithTwoSwitches(page, button(key), { step: 'ArrowRight' });
    await chooseWithTwoSwitches(page, button(words('look')));
    await page.getByRole('list', { name: words('stages') }).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, button(words('home')));
    await heading(words('menuTitle')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, choice(words('menuFeedback')));
    await heading(words('feedbackTitle')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await chooseWithTwoSwitches(page, choice(words('complain')));
    await heading(words('complaintTitle')).waitFor();
    for (const key of ['L', 'a', 'm', 'a'])
      await chooseWithTwoSwitches(page, button(key), { step: 'ArrowRight' });
    expect(await page.getByRole('textbox').inputValue()).toBe('Lama');
    await chooseWithTwoSwitches(page, button(words('askForHelp')));
    await page.getByRole('dialog').waitFor();
    await chooseWithTwoSwitches(page, button(words('helpNotNeeded')), { step: 'ArrowRight' });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await chooseWithTwoSwitches(page, finish());
    await heading(words('welcome')).waitFor();
  },
  WALK_LIMIT_MS,
);

test(
  'one key and nothing else: held to begin, it takes a ticket and ends the visit',
  async () => {
    const take = (name: string) => chooseWithOneSwitch(page, choice(name), realTime);
    await holdTheSwitch(realTime);
    await take(words('menuTicket'));
    await heading(words('ticketService')).waitFor();
    await take(service);
    await heading(words('peopleTitle')).waitFor();
    await chooseWithOneSwitch(page, button('1'), realTime);
    await heading(words('priorityTitle')).waitFor();
    expect(await faultsOf(page, 64)).toEqual([]);
    await take(words('priority.none'));
    await page.getByText(/^[A-Z]-\d{3,}$/).waitFor();
    await chooseWithOneSwitch(page, finish(), realTime);
    await heading(words('welcome')).waitFor();
    expect(await page.locator('[data-level]').count()).toBe(0);
  },
  WALK_LIMIT_MS,
);

test.skipIf(speechSynthesiser() === null)(
  'the ring waits while a screen is read aloud, and a press ends the voice',
  async () => {
    await button(words('access.title')).click();
    await heading(words('access.title')).waitFor();
    await page.waitForTimeout(SETTLE_MS);
    await choice(words('access.readAloud')).click();
    const speaking = () => page.locator('audio').evaluate((audio) => !(audio as HTMLAudioElement).paused);
    await expect.poll(speaking).toBe(true);
    await button(words('stopListening')).click();
    await expect.poll(speaking).toBe(false);
    await choice(words('access.readAloud')).click();
    await choice(words('access.readAloud')).click();
    await expect.poll(speaking).toBe(true);
    await choice(words('access.scanning')).click();
    const ring = page.locator('[data-level]');
    await ring.waitFor();
    const place = await ring.boundingBox();
    await page.waitForTimeout(3_500);
    expect(await speaking()).toBe(true);
    expect(await ring.boundingBox()).toEqual(place);
    await page.keyboard.press('Space');
    await expect.poll(speaking).toBe(false);
    await expect.poll(() => ring.boundingBox()).not.toEqual(place);
    await chooseWithOneSwitch(page, finish(), realTime);
    await heading(words('welcome')).waitFor();
  },
  WALK_LIMIT_MS,
);

test(
  'every screen is stepped through whole and all around, and nothing holds the steps',
  async () => {
    const faults: string[] = [];
    await walkEveryCitizenScreen({
      page,
      language: 'id',
      trackingCode: started.trackingCode,
      async look(screen) {
        if (screen === 'attract') return;
        for (const fault of await faultsOfSteps(page)) faults.push(`${screen}: ${fault}`);
      },
    });
    expect(faults).toEqual([]);
  },
  WALK_LIMIT_MS,
);

test(
  'one key types a status code, row by row; a deserted ring rests and waits longer than a finger',
  async () => {
    await page.clock.install();
    const pass: PassTime = (milliseconds) => page.clock.runFor(milliseconds);
    await holdTheSwitch(pass);
    await chooseWithOneSwitch(page, choice(words('menuStatus')), pass);
    await heading(words('statusTitle')).waitFor();
    for (const key of code()) await chooseWithOneSwitch(page, button(key), pass);
    expect(await page.getByRole('textbox').inputValue()).toBe(started.trackingCode.slice(3));
    await chooseWithOneSwitch(page, button(words('look')), pass);
    await page.getByRole('list', { name: words('stages') }).waitFor();
    await pass(IDLE_MS + WARNING_MS);
    await page.getByText(words('access.resting')).waitFor();
    expect(await faultsOf(page, 64)).toEqual([]);
    expect(await page.getByText(words('stillHere')).isVisible()).toBe(false);
    await page.keyboard.press('Space');
    await page.getByText(words('access.resting')).waitFor({ state: 'detached' });
    await page.getByRole('list', { name: words('stages') }).waitFor();
  },
  WALK_LIMIT_MS,
);

test('with the ring on, a touch anywhere is the press, and the next citizen has none of it', async () => {
  const pass: PassTime = (milliseconds) => page.clock.runFor(milliseconds);
  await chooseWithOneSwitch(page, finish(), pass);
  await heading(words('welcome')).waitFor();
  await pass(SETTLE_MS);
  await button(words('access.title')).click();
  await heading(words('access.title')).waitFor();
  for (const { width, height } of SCREENS) {
    await resizePage(started.kiosk.app, page, 'self-service', width, height);
    expect(await faultsOf(page, 64)).toEqual([]);
  }
  await choice(words('access.scanning')).click();
  const ring = page.locator('[data-level]');
  await ring.waitFor();
  await pass(SETTLE_MS);
  const touch = () => page.mouse.click(5, 5);
  expect(await ring.getAttribute('data-level')).toBe('group');
  await touch();
  await expect.poll(() => ring.getAttribute('data-level')).toBe('item');
  await pass(SETTLE_MS);
  await touch();
  await heading(words('menuTitle')).waitFor();
  await chooseWithOneSwitch(page, finish(), pass);
  await heading(words('welcome')).waitFor();
  await beginVisit(page);
  expect(await ring.count()).toBe(0);
});

test(
  'one key reads a long text to its end without waiting for the ring, is led back up, and goes on',
  async () => {
    const pass: PassTime = (milliseconds) => page.clock.runFor(milliseconds);
    const [{ width, height }] = SCREENS;
    await resizePage(started.kiosk.app, page, 'self-service', width, height);
    await pass(SETTLE_MS);
    await finish().click();
    await holdTheSwitch(pass);
    await chooseWithOneSwitch(page, choice(words('menuInformation')), pass);
    await heading(words('informationTitle')).waitFor();
    await chooseWithOneSwitch(page, choice(service), pass);
    await heading(service).waitFor();
    await chooseWithOneSwitch(page, choice(words('topic.documents')), pass);
    await heading(words('topic.documents')).waitFor();
    const more = button(words('moreBelow'));
    const said = page.getByRole('main').getByRole('listitem');
    const isInSight = (item: Locator) =>
      item.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    // Of what is pushed, and not of the button, which learns of the end a frame later.
    const isAtEnd = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
          .every(({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight >= scrollHeight - 1),
      );
    expect(await isInSight(said.last())).toBe(false);
    await chooseWithOneSwitch(page, more, pass);
    for (let presses = 0; !(await isAtEnd()); presses += 1) {
      expect(presses).toBeLessThan(20);
      await pass(SETTLE_MS);
      await page.keyboard.press('Space');
    }
    expect(await isInSight(said.last())).toBe(true);
    expect(await isInSight(said.first())).toBe(false);
    await chooseWithOneSwitch(page, button(words('backUp')), pass);
    await expect.poll(() => isInSight(said.first())).toBe(true);
    await chooseWithOneSwitch(page, finish(), pass);
    await heading(words('welcome')).waitFor();
  },
  WALK_LIMIT_MS,
);
