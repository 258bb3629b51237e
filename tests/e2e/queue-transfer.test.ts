import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, lostText } from './support/accessibility.ts';
import { beginVisit, citizenWords } from './support/citizen.ts';
import { enterPin, passportReplacement, pressUntil } from './support/counter.ts';
import { resizeDisplay } from './support/display.ts';
import { type Launched, launch } from './support/launch.ts';

const words = citizenWords('id');
const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-transfer-'));
const SETTINGS = { counter: 1, counters: [1, 2, 3], speech: { volume: 10, quiet: [] } };
const FULL = 'Penggantian paspor halaman penuh (dewasa)';
let kiosk: Launched;
let counter: Page;
let citizen: Page;
let display: Page;

beforeAll(async () => {
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify(SETTINGS));
  kiosk = await launch({ dataFolder, args: ['--faces=self-service,display'] });
  ({ counter } = kiosk);
  citizen = await kiosk.face('self-service');
  display = await kiosk.face('display');
  await resizeDisplay(kiosk, 1280, 800);
}, 90_000);
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const heading = (name: string) => citizen.getByRole('heading', { level: 1, name });
const press = (name: string | RegExp) => counter.getByRole('button', { name }).first().click();

/** A number taken at the citizens' screen; answers it. */
async function take(service: string, people: string, priority: string): Promise<string> {
  await beginVisit(citizen);
  const go = (name: string, title: string) =>
    pressUntil(citizen.getByRole('main').getByRole('button', { name }).first(), heading(title));
  await go(words('menuTicket'), words('ticketService'));
  await go(service, words('peopleTitle'));
  await pressUntil(
    citizen.getByRole('button', { name: people, exact: true }),
    heading(words('priorityTitle')),
  );
  await go(words(`priority.${priority}`), words('ticketTitle'));
  const number = citizen.getByText(/^[A-Z]-\d{3,}$/);
  await number.waitFor();
  const text = (await number.textContent()) ?? '';
  await pressUntil(
    citizen.getByRole('contentinfo').getByRole('button', { name: words('finish') }),
    heading(words('welcome')),
  );
  return text;
}

test('the officer says at sign-in which counter it is', async () => {
  await counter.getByRole('radiogroup', { name: 'Di loket mana?' }).getByText('Loket 3').click();
  expect(await faultsOf(counter)).toEqual([]);
  await enterPin(counter);
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
  await counter.getByText('Loket 3', { exact: true }).waitFor();
});

test('each service has numbers of its own, and a family one for all', async () => {
  const service = passportReplacement().name.id;
  expect(await take(service, '1', 'none')).toBe('A-001');
  expect(await take(FULL, '4', 'none')).toBe('B-001');
  expect(await take(service, '1', 'elderly')).toBe('A-002');
  await counter
    .getByText(/4 orang/)
    .first()
    .waitFor();
  await display.getByText('2 nomor').waitFor();
  // Who is called first is the officer's to know and nobody's to read.
  expect(await display.content()).not.toMatch(/lansia|elderly|60 tahun/i);
});

test('priority is called first, to the counter that was chosen, in both languages', async () => {
  await press('Panggil A-002');
  await display.getByRole('status').getByText('A-002').waitFor();
  await display.getByText('Silakan ke loket 3').waitFor();
  await display.getByText('Please go to counter 3').waitFor();
  expect(await faultsOf(display)).toEqual([]);
  expect(await lostText(display)).toEqual([]);
  await press('Layani A-002');
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  await counter.evaluate(() => {
    window.location.hash = '#/';
  });
  await counter.getByRole('heading', { name: 'Antrean hari ini' }).waitFor();
});

test('an appointment the officer enters is kept with the number', async () => {
  const time = new Intl.DateTimeFormat('id-ID', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Jakarta',
  }).format(Date.now());
  await press('Ambil nomor');
  const dialog = counter.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Janji temu (boleh kosong)' }).fill(time);
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  await dialog.getByText('A-003').waitFor();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  const row = counter.getByRole('listitem').filter({ hasText: 'A-003' });
  await row.getByText(new RegExp(`janji ${time.replace('.', '\\.')}`)).waitFor();
  await press('Panggil A-003');
  await press('A-003 tidak hadir');
});

test('a number in the wrong queue is moved, keeps itself, and is served there', async () => {
  await press('Panggil A-001');
  await counter.getByText('dipanggil 1 kali ke loket 3').waitFor();
  await press('Pindahkan');
  await counter.getByRole('menuitemradio', { name: `Ke antrean B · ${FULL}` }).click();
  await counter.getByText('A-001 pindah ke antrean B.').waitFor();
  // It came before the number that was drawn in that queue.
  await press('Panggil A-001');
  await press('Layani A-001');
  await counter.getByRole('heading', { level: 1, name: 'Data diri' }).waitFor();
  await counter.getByText(FULL).first().waitFor();
});
