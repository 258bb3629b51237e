import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IDLE_MS, WARNING_MS } from '../../renderer/self-service/idle-watch.ts';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { pressUntil } from './support/counter.ts';
import { heldInHeap } from './support/renderer-heap.ts';

const words = citizenWords('id');
/** Slower than a scanner. */
const KEY_MS = 50;
/** Nobody's name; each test plants one of its own. It is typed letter by letter, so that no helper of the test holds it whole. */
const PLANTED = { left: 'qoriyanto', sent: 'wulandarsih', sought: 'xaverianus' };
let started: CitizenKiosk;
let page: Page;

beforeAll(async () => {
  started = await startCitizenKiosk();
  page = started.page;
}, 90_000);
afterAll(() => started?.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const go = (name: string, title: string | RegExp) =>
  pressUntil(page.getByRole('main').getByRole('button', { name }).first(), heading(title));
const finish = () =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    heading(words('welcome')),
  );
async function type(text: string): Promise<void> {
  await page.getByRole('textbox').focus();
  for (const letter of text) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(KEY_MS);
  }
}

async function openComplaint(): Promise<void> {
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
}

/** Everywhere a name could be left behind, each place by its name. */
async function remains(name: string): Promise<string[]> {
  const shown = await page.evaluate(async () => ({
    document: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    ),
    storage: [{ ...localStorage }, { ...sessionStorage }],
    databases: (await indexedDB.databases()).map((database) => database.name),
    caches: await caches.keys().catch(() => []),
    cookies: document.cookie,
    address: window.location.href,
    title: document.title,
    history: history.state,
  }));
  const holds = (text: string | Buffer) => text.toString('latin1').toLowerCase().includes(name);
  const wide = Buffer.from(name, 'utf16le').toString('latin1');
  const files = filesBelow(started.kiosk.dataFolder).filter((file) => {
    const bytes = readFileSync(file);
    return holds(bytes) || bytes.toString('latin1').toLowerCase().includes(wide);
  });
  return [
    ...Object.entries(shown)
      .filter(([, what]) => holds(JSON.stringify(what)))
      .map(([place]) => place),
    ...(await heldInHeap(page, name)).map((held) => `heap: ${held}`),
    ...files.map((file) => `disk: ${file}`),
    ...(holds(started.kiosk.logText()) ? ['log'] : []),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the search itself finds a name while it stands on the screen', async () => {
  await openComplaint();
  await type(PLANTED.left);
  expect((await heldInHeap(page, PLANTED.left)).length).toBeGreaterThan(0);
  await finish();
});

test('nothing is left of a text that was never sent', async () => {
  expect(await remains(PLANTED.left)).toEqual([]);
});

test('nothing is left of a text that was sent', async () => {
  await openComplaint();
  await type(PLANTED.sent);
  await page.getByRole('button', { name: 'Kirim' }).click();
  await heading(words('complainedTitle')).waitFor();
  await finish();
  expect(await remains(PLANTED.sent)).toEqual([]);
});

test('nothing is left of what was sought, when the screen was deserted', async () => {
  await page.clock.install();
  await beginVisit(page);
  await page.clock.runFor(400);
  await go(words('menuInformation'), words('informationTitle'));
  await page.clock.runFor(400);
  await go(words('search'), words('search'));
  await type(PLANTED.sought);
  await page.clock.runFor(IDLE_MS);
  await page.getByText(words('stillHere')).waitFor();
  await page.clock.runFor(WARNING_MS);
  await heading(words('welcome')).waitFor();
  expect(await remains(PLANTED.sought)).toEqual([]);
});
