import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Specimen } from '../../contract/station/practice.ts';
import { IDLE_MS, WARNING_MS } from '../../renderer/self-service/idle-watch.ts';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { openStep } from './support/camera-page.ts';
import { beginVisit, citizenWords, pressKeys } from './support/citizen.ts';
import { answerApplication } from './support/citizen-application.ts';
import { type CitizenKiosk, startCitizenKiosk } from './support/citizen-kiosk.ts';
import { passportReplacement, pressUntil } from './support/counter.ts';
import { wordsOf } from './support/every-screen.ts';
import { putUnderCamera } from './support/register.ts';

const words = citizenWords('id');
const common = wordsOf('id');
const service = passportReplacement().name.id;
/** More questions than a test usually asks, on two busy cores. */
const LIMIT_MS = 240_000;
let started: CitizenKiosk;
let page: Page;
let counter: Page;

beforeAll(async () => {
  started = await startCitizenKiosk();
  page = started.page;
  counter = started.kiosk.counter;
}, 90_000);
afterAll(() => started?.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const go = (name: string | RegExp, title: string | RegExp) =>
  pressUntil(page.getByRole('main').getByRole('button', { name }).first(), heading(title));
const finish = () =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    page.getByRole('heading', { level: 1, name: words('welcome') }),
  );
const back = (title: string) =>
  pressUntil(
    page.getByRole('contentinfo').getByRole('button', { name: common('common.back') }),
    heading(title),
  );

function person(): Specimen {
  const specimen = loadSpecimens()[1];
  if (!specimen) throw new Error('no specimen citizen');
  return specimen;
}

async function beginApplication(): Promise<void> {
  await beginVisit(page);
  await go(words('menuApply'), words('applyService'));
  await go(service, words('applyWhose'));
  await go(words('applySelf'), 'Nama lengkap');
}

async function takeNumber(): Promise<string> {
  await go(words('menuTicket'), words('peopleTitle'));
  await pressUntil(page.getByRole('button', { name: '1', exact: true }), heading(words('priorityTitle')));
  await go(words('priority.none'), words('ticketTitle'));
  const number = page.getByText(/^[A-Z]-\d{3,}$/);
  await number.waitFor();
  return (await number.textContent()) ?? '';
}

test(
  'what a citizen typed, mended and photographed is on the officer’s screen with the number',
  async () => {
    const tray = await started.kiosk.tray();
    await beginApplication();
    await answerApplication({ page, language: 'id', specimen: person() });
    await page.getByText(String(person().values['identity.nik'])).waitFor();

    await go('Ubah Tempat lahir', 'Tempat lahir');
    await page.getByRole('textbox').fill('LIWA');
    await go(common('common.next'), words('applyReview'));
    await go('Ubah Nama lengkap', 'Nama lengkap');
    await back(words('applyReview'));

    await go(words('menuDocuments'), /KTP-el/);
    await go(words('haveIt'), /Paspor lama/);
    await go(words('haveIt'), /Kartu Keluarga/);
    await go(words('haveItNot'), /ganti nama/);
    await go(words('notMine'), words('documentsComplete'));
    await putUnderCamera(tray, 'ktp');
    await go('Ambil gambar KTP-el', 'Taruh KTP-el di bawah kamera');
    await page.getByText('Sudah jelas').waitFor();
    await pressUntil(
      page.getByRole('button', { name: words('takeDocument'), exact: true }),
      heading(words('pictureTaken')),
    );
    await page.getByRole('button', { name: 'Pakai gambar ini' }).click();
    await page.getByRole('button', { name: 'Ulangi gambar KTP-el' }).waitFor();

    const number = await takeNumber();
    await page.getByText(words('applyTaken')).waitFor();
    await counter
      .getByRole('button', { name: new RegExp(`(Layani|Lanjutkan) ${number}`) })
      .first()
      .click();
    await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
    expect(await counter.getByLabel('Nama lengkap').inputValue()).toBe(person().fullName);
    expect(await counter.getByLabel('Tempat lahir').inputValue()).toBe('LIWA');
    await openStep(counter, 'Dokumen');
    await counter.getByRole('img', { name: 'KTP-el: Sisi depan' }).waitFor();
    await counter.getByText('Kata warga: belum ada').waitFor();
    await counter.evaluate(() => {
      window.location.hash = '#/home';
    });
    await finish();
  },
  LIMIT_MS,
);

test('what can be no answer keeps the citizen at the question; what looks odd is said once; not knowing is an answer', async () => {
  await beginApplication();
  await page.getByRole('textbox').pressSequentially('SUPARTI', { delay: 45 });
  const next = page.getByRole('main').getByRole('button', { name: common('common.next') });
  await pressUntil(next, page.getByText('Nama satu kata boleh'));
  await pressUntil(next, heading('NIK'));
  await page.getByRole('textbox').pressSequentially('1804', { delay: 45 });
  await pressUntil(next, page.getByText('NIK harus 16 angka.'));
  await go(words('applySkip'), 'Nomor KK');
  await back('NIK');
  expect(await page.getByRole('textbox').inputValue()).toBe('1804');
  await back('Nama lengkap');
  expect(await page.getByRole('textbox').inputValue()).toBe('SUPARTI');
  await finish();
});

test('without a number nothing of it is left, here or at the counter', async () => {
  const planted = 'WAYAN SPESIMEN RAHASIA';
  await page.clock.install();
  await beginVisit(page);
  await page.clock.runFor(400);
  await go(words('menuApply'), words('applyService'));
  await page.clock.runFor(400);
  await go(service, words('applyWhose'));
  await page.clock.runFor(400);
  await go(words('applySelf'), 'Nama lengkap');
  await page.clock.runFor(400);
  await page.getByRole('textbox').fill(planted);
  await page.clock.runFor(1_000);
  await page.clock.runFor(IDLE_MS);
  await page.getByText(words('stillHere')).waitFor();
  await page.clock.runFor(WARNING_MS);
  await heading(words('welcome')).waitFor();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('RAHASIA');
  await counter.evaluate(() => {
    window.location.hash = '#/drafts';
  });
  await counter.getByRole('heading', { level: 1 }).waitFor();
  expect(await counter.locator('body').textContent()).not.toContain('RAHASIA');
  expect(started.kiosk.logText()).not.toContain('RAHASIA');
});

test('an appointment central gives stands with the status, from the last time central was heard', async () => {
  const { central, trackingCode } = started;
  const place = 'Kantor Imigrasi Spesimen';
  await expect.poll(async () => (await central.held()).length).toBe(1);
  await central.schedule(trackingCode, { at: Date.UTC(2026, 10, 24, 2, 5), place });
  await counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await beginVisit(page);
  await page.clock.runFor(400);
  await go(words('menuStatus'), words('statusTitle'));
  await pressKeys(page, trackingCode.slice(3).replaceAll('-', ''));
  await page.getByRole('button', { name: words('look') }).click();
  const appointment = words('appointment')
    .replace('{{when}}', 'Selasa, 24 November 2026, 09.05 WIB')
    .replace('{{place}}', place);
  await page.getByText(appointment).waitFor();
  await page.getByText(/Menurut kabar terakhir dari pusat/).waitFor();
});
