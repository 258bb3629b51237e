import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatComplaintCode } from '../../contract/domain/complaint.ts';
import { IDLE_MS, WARNING_MS } from '../../renderer/self-service/idle-watch.ts';
import { speechSynthesiser } from '../../scripts/speech/generate-clips.ts';
import { faultsOf } from './support/accessibility.ts';
import { beginVisit, citizenWords, pressKeys } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { passportReplacement, pressUntil } from './support/counter.ts';

const words = citizenWords('id');
const service = passportReplacement().name.id;
let started: CitizenKiosk;
let page: Page;
let counter: Page;
let tray: Page;

beforeAll(async () => {
  started = await startCitizenKiosk();
  page = started.page;
  counter = started.kiosk.counter;
  tray = await started.kiosk.tray();
}, 90_000);
afterAll(() => started?.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const go = (name: string, title: string | RegExp) =>
  pressUntil(page.getByRole('main').getByRole('button', { name }).first(), heading(title));
const finish = () =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    page.getByRole('heading', { level: 1, name: words('welcome') }),
  );

async function takeTicket(): Promise<string> {
  await beginVisit(page);
  await go(words('menuTicket'), words('ticketService'));
  await go(service, words('peopleTitle'));
  await pressUntil(page.getByRole('button', { name: '2', exact: true }), heading(words('priorityTitle')));
  await go(words('priority.none'), words('ticketTitle'));
  return (await page.getByText(/^[A-Z]-\d{3,}$/).textContent()) ?? '';
}

test('a ticket is taken alone, printed, and waits on the officer’s screen', async () => {
  const number = await takeTicket();
  await page.getByText(words('paper.printed')).waitFor();
  await counter.getByText(number).first().waitFor();
  await finish();
});

test('with no paper the number stands large here and on the officer’s screen', async () => {
  await tray.getByRole('button', { name: 'Habiskan kertas' }).click();
  const number = await takeTicket();
  await page.getByText(words('ticketWithoutPaper')).waitFor();
  await counter.getByText(number).first().waitFor();
  await tray.getByRole('button', { name: 'Isi kertas' }).click();
  await finish();
});

test('a receipt held before the scanner tells where the application stands, without a name', async () => {
  await beginVisit(page);
  await go(words('menuStatus'), words('statusTitle'));
  await tray.getByRole('button', { name: 'Pindai tanda terima', exact: true }).click();
  await page.getByRole('list', { name: words('stages') }).waitFor();
  const told = await page.locator('body').textContent();
  expect(told).toContain(started.trackingCode);
  expect(told).not.toMatch(/SITI|SPESIMEN/i);
  await counter.keyboard.press('Escape');
  await finish();
});

test('asking central again tells how it stands now, and an honest date when it cannot be asked', async () => {
  const { central, trackingCode } = started;
  const held = async () => (await central.held()).map(({ application }) => application.trackingCode);
  await expect.poll(held).toContain(trackingCode);
  await beginVisit(page);
  await go(words('menuStatus'), words('statusTitle'));
  await pressKeys(page, trackingCode.slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  await page.getByRole('list', { name: words('stages') }).waitFor();
  const press = () => page.getByRole('button', { name: words('refresh'), exact: true }).click();
  central.setMood('failing');
  await press();
  await page.getByText(words('refreshed.refused')).waitFor();
  central.setMood('as-it-is');
  await central.schedule(trackingCode, {
    at: Date.now() + 7 * 24 * 60 * 60_000,
    place: 'Kantor Imigrasi Kotabumi',
  });
  await press();
  await page.getByText(words('refreshed.fresh')).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/SITI|SPESIMEN/i);
  expect(await faultsOf(page)).toEqual([]);
  await finish();
});

test('a call for help is on the officer’s screen until somebody goes', async () => {
  await beginVisit(page);
  await page.getByRole('button', { name: words('askForHelp') }).click();
  await counter.getByText(/minta bantuan sejak/).waitFor();
  await page.getByRole('button', { name: words('helpGoOn') }).click();
  await page.getByRole('button', { name: words('helpComing') }).waitFor();
  await counter.getByRole('button', { name: 'Saya ke sana' }).click();
  await page.getByRole('button', { name: words('askForHelp') }).waitFor();
  await finish();
});

test('a complaint reaches the supervisor, and the answer the citizen', async () => {
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('rate'), words('rateTitle'));
  await go(words('score.4'), words('thanks'));
  await finish();
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
  await pressKeys(page, 'Kursi');
  await page.getByRole('button', { name: words('space') }).click();
  await pressKeys(page, 'kurang');
  await page.getByRole('button', { name: 'Kirim' }).click();
  await heading(words('complainedTitle')).waitFor();
  const code = (await page.getByText(/^AD-/).textContent()) ?? '';
  const card = counter.getByRole('region', { name: 'Suara warga' });
  await card.getByText('1 belum dijawab').waitFor();
  await card.getByText(/1 sangat puas.*dari 1/).waitFor();
  await card.getByRole('button', { name: 'Lihat' }).click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByText('Kursi kurang', { exact: true }).waitFor();
  expect(await faultsOf(counter)).toEqual([]);
  await dialog.getByLabel('Jawaban').fill('Kursi ditambah.');
  await dialog.getByRole('button', { name: 'Kirim' }).click();
  await dialog.getByText('Jawaban: Kursi ditambah.').waitFor();
  await counter.keyboard.press('Escape');
  await finish();
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('seeAnswer'), words('answerCodeTitle'));
  await pressKeys(page, code.slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  await page.getByText('Kursi ditambah.').waitFor();
  await finish();
});

test.skipIf(speechSynthesiser() === null)(
  'a screen is read aloud on demand, at the volume that was chosen',
  async () => {
    await beginVisit(page);
    const listen = page.getByRole('button', { name: words('listen') });
    await page.getByRole('button', { name: 'Suara 2 dari 3' }).click();
    await listen.click();
    await page.getByRole('button', { name: words('stopListening') }).waitFor();
    const audio = page.locator('audio');
    await expect
      .poll(() => audio.evaluate((element) => (element as HTMLAudioElement).currentTime))
      .toBeGreaterThan(0);
    expect(await audio.evaluate((element) => (element as HTMLAudioElement).volume)).toBe(1);
    await page.getByRole('button', { name: words('stopListening') }).click();
    await listen.waitFor();
    await finish();
  },
);

test('two touches at once answer one question only', async () => {
  await beginVisit(page);
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: words('menuTicket') }).dblclick();
  await heading(words('ticketService')).waitFor();
  await page.waitForTimeout(300);
  expect(await heading(words('ticketService')).isVisible()).toBe(true);
  await finish();
});

test('a code nobody gave is told so', async () => {
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('seeAnswer'), words('answerCodeTitle'));
  await pressKeys(page, formatComplaintCode([1, 2, 3, 4, 5, 6, 7, 8]).slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  await heading(words('statusUnknown')).waitFor();
  await finish();
});

test('a deserted screen asks, then forgets everything that was typed', async () => {
  const planted = 'wayan spesimen rahasia';
  await page.clock.install();
  await beginVisit(page);
  await page.clock.runFor(400);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
  const box = page.getByRole('textbox');
  await box.fill(planted);
  expect(await box.inputValue()).toBe(planted);
  await page.clock.runFor(IDLE_MS);
  await page.getByText(words('stillHere')).waitFor();
  await page.clock.runFor(WARNING_MS);
  await heading(words('welcome')).waitFor();
  const left = await page.evaluate(async () => ({
    dom: document.documentElement.outerHTML,
    values: [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    ),
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    databases: (await indexedDB.databases()).length,
    address: window.location.href,
  }));
  expect(left.databases).toBe(0);
  expect(JSON.stringify(left)).not.toContain('rahasia');
  expect(started.kiosk.logText()).not.toContain('rahasia');
  for (const file of filesBelow(started.kiosk.dataFolder))
    expect(readFileSync(file).includes('rahasia'), file).toBe(false);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
