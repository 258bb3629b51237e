import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf } from './support/accessibility.ts';
import { giveBack, refuse } from './support/camera-page.ts';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { pressUntil } from './support/counter.ts';

const words = citizenWords('id');
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
const home = () =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('home') }),
    heading(words('menuTitle')),
  );
const lengthOf = (audio: Element) => (audio as HTMLAudioElement).currentTime;

test('a complaint is spoken and shown, heard before it is sent, and reaches the supervisor and then the office', async () => {
  const { kiosk, central } = started;
  const { counter } = kiosk;
  central.setMood('failing');
  await beginVisit(page);
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
  await go(words('media.voice.add'), words('media.voice.title'));
  await go(words('media.voice.agree'), words('media.voice.speak'));
  await page.getByText(words('media.voice.left_other').replace('{{count}}', '58')).waitFor();
  await go(words('media.voice.stop'), words('media.voice.recorded'));
  await page.getByRole('button', { name: words('media.voice.listen') }).click();
  const audio = page.getByRole('main').locator('audio');
  await expect.poll(() => audio.evaluate(lengthOf)).toBeGreaterThan(0);
  await go(words('media.voice.use'), words('complaintTitle'));
  await page.getByRole('button', { name: words('media.voice.remove') }).waitFor();

  await go(words('media.picture.add'), words('media.picture.title'));
  await go(words('media.picture.agree'), words('media.picture.aim'));
  await pressUntil(
    page.getByRole('button', { name: words('takeDocument'), exact: true }),
    heading(words('media.picture.taken')),
  );
  await page.getByRole('button', { name: 'Pakai gambar ini' }).click();
  await page.getByRole('button', { name: words('media.picture.remove') }).waitFor();
  await page.getByRole('button', { name: 'Kirim' }).click();
  await heading(words('complainedTitle')).waitFor();
  const code = (await page.getByText(/^AD-/).textContent()) ?? '';

  const card = counter.getByRole('region', { name: 'Suara warga' });
  await card.getByText('1 belum dijawab').waitFor();
  await card.getByRole('button', { name: 'Lihat' }).click();
  const dialog = counter.getByRole('dialog');
  const shown = dialog.getByRole('img', { name: `Gambar dari ${code}` });
  await shown.waitFor();
  await expect
    .poll(() => shown.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300);
  await dialog.getByRole('button', { name: `Dengarkan suara ${code}` }).click();
  await expect.poll(() => dialog.locator('audio').evaluate(lengthOf)).toBeGreaterThan(0);
  expect(await faultsOf(counter)).toEqual([]);

  await counter.keyboard.press('Escape');
  await counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await counter.getByText('2 menunggu dikirim.').waitFor();
  await counter.getByText('Semua permohonan sudah terkirim').waitFor();
  expect(await faultsOf(counter)).toEqual([]);
  central.setMood('as-it-is');
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await counter.getByText('2 menunggu dikirim.').waitFor({ state: 'detached' });
  await expect.poll(() => central.mediaHeld()).toBe(2);
});

test('who is done before a word is recorded may speak again, and nothing is kept that could not be sent', async () => {
  await page.evaluate(() => {
    const Recorder = globalThis.MediaRecorder;
    globalThis.MediaRecorder = class extends Recorder {
      override addEventListener(type: string, ...rest: [EventListener]): void {
        if (type !== 'dataavailable') super.addEventListener(type, ...rest);
        else
          Object.assign(globalThis, {
            endSilence: () => Object.assign(globalThis, { MediaRecorder: Recorder }),
          });
      }
    };
  });
  await home();
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('complain'), words('complaintTitle'));
  await go(words('media.voice.add'), words('media.voice.title'));
  await go(words('media.voice.agree'), words('media.voice.speak'));
  await go(words('media.voice.stop'), words('media.voice.nothing'));
  expect(await faultsOf(page, 64)).toEqual([]);
  await page.evaluate(() => (globalThis as unknown as { endSilence: () => void }).endSilence());
  await go(words('media.voice.again'), words('media.voice.speak'));
  await page.getByText(words('media.voice.left_other').replace('{{count}}', '58')).waitFor();
  await go(words('media.voice.stop'), words('media.voice.recorded'));
  await go(words('media.voice.use'), words('complaintTitle'));
  await page.getByRole('button', { name: 'Kirim' }).click();
  await heading(words('complainedTitle')).waitFor();
});

test('whoever goes back while speaking has said nothing, and without a microphone writing is left', async () => {
  await home();
  await go(words('menuFeedback'), words('feedbackTitle'));
  await go(words('suggest'), words('suggestionTitle'));
  await go(words('media.voice.add'), words('media.voice.title'));
  await go(words('media.voice.agree'), words('media.voice.speak'));
  const back = page.getByRole('contentinfo').getByRole('button', { name: 'Kembali' });
  await pressUntil(back, heading(words('suggestionTitle')));
  await page.getByRole('button', { name: words('media.voice.add') }).waitFor();
  expect(await page.getByRole('button', { name: 'Kirim' }).isDisabled()).toBe(true);
  await refuse(page, 'NotFoundError');
  await go(words('media.voice.add'), words('media.voice.title'));
  await go(words('media.voice.agree'), words('media.voice.none'));
  await giveBack(page);
  await go('Coba lagi', words('media.voice.speak'));
});
