import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import {
  enterPin,
  goOnEvenSo,
  openStep,
  PRACTICE_PIN,
  passportReplacement,
  saved,
  signIn,
  startWithoutTicket,
} from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { doStep, killStation, readAgain, standing } from './support/survival.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-durability-'));
const service = passportReplacement();
/** The station is started again later after every death; halfway the shell dies too and begins anew. */
const halfway = 5;
let kiosk: Launched;

/** Longer than the station needs to name a place, on a busy machine too. */
const SETTLED_MS = 500;

beforeAll(async () => {
  kiosk = await launch({ dataFolder });
  await signIn(kiosk.counter);
  await startWithoutTicket(kiosk.counter);
});

afterAll(async () => {
  await kiosk?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** What stands there once something does and no longer changes: names of places and pictures come a moment after their step. */
async function settled(counter: Launched['counter']): Promise<readonly string[]> {
  let last = await standing(counter);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await standing(counter);
        return last.length > 0 && last.join('\n') === before.join('\n');
      },
      { interval: SETTLED_MS },
    )
    .toBe(true);
  return last;
}

/** Fills the step that is open, lets the station die, and finds everything as it was. */
async function liveThrough(place: number): Promise<void> {
  const { counter } = kiosk;
  const [specimen] = loadSpecimens();
  const step = service.steps[place];
  if (!specimen || !step) throw new Error('no such step');
  await doStep(counter, service, step, specimen);
  await saved(counter);
  const before = await settled(counter);
  await killStation(kiosk);
  await expect.poll(() => readAgain(counter)).toEqual(before);
  const following = service.steps[place + 1];
  if (following) await goOnEvenSo(counter, following.title.id);
}

for (const [place, step] of service.steps.slice(0, halfway).entries())
  test(`the station dies in the step ${step.key}, and all is there`, () => liveThrough(place));

test('what is typed while the station is away is saved when it is back', async () => {
  const { counter } = kiosk;
  await openStep(counter, 'Alamat');
  process.kill(await kiosk.stationPid(), 'SIGKILL');
  await counter.getByText('Menyambung kembali…').waitFor();
  await counter.getByRole('textbox', { name: 'RT/RW' }).fill('009/009');
  await counter.getByText('Belum tersimpan — mencoba lagi').waitFor();
  await enterPin(counter);
  await saved(counter);
  expect(await readAgain(counter)).toContain('address.neighbourhood 009/009');
});

test('the shell dies, and after the next start the draft is there with every field', async () => {
  const title = await kiosk.counter.getByRole('heading', { level: 1 }).textContent();
  const before = await standing(kiosk.counter);
  const shell = kiosk.app.process();
  const ended = once(shell, 'exit');
  shell.kill('SIGKILL');
  await ended;

  kiosk = await launch({ dataFolder });
  const { counter } = kiosk;
  await signIn(counter);
  await counter.getByRole('button', { name: /^SITI SPESIMEN RAHAYU/ }).click();
  await counter.getByRole('heading', { level: 1, name: title ?? '', exact: true }).waitFor();
  await expect.poll(() => standing(counter)).toEqual(before);
  await openStep(counter, service.steps[halfway - 1]?.title.id ?? '');
  await goOnEvenSo(counter, service.steps[halfway]?.title.id ?? '');
});

for (const [place, step] of service.steps.slice(halfway).entries())
  test(`the station dies in the step ${step.key}, and all is there`, () => liveThrough(halfway + place));

test('a locked screen shows nothing of the work and gives it back, with what was typed last', async () => {
  const { counter } = kiosk;
  await openStep(counter, 'Kontak');
  await counter.getByRole('textbox', { name: 'Alamat email' }).fill('lain@contoh.example');
  await counter.getByRole('button', { name: 'Kunci' }).click();
  await counter.getByText('Layar terkunci').waitFor();
  expect(await counter.getByText('SITI').count()).toBe(0);
  await counter.getByLabel('PIN', { exact: true }).fill(PRACTICE_PIN);
  await counter.getByRole('button', { name: 'Buka kunci' }).click();
  await counter.getByRole('heading', { level: 1, name: 'Kontak' }).waitFor();
  expect(await readAgain(counter)).toContain('contact.email lain@contoh.example');
});

test('five wrong PINs lock an officer out, say until when, and leave the others alone', async () => {
  const { counter } = kiosk;
  await counter.getByRole('button', { name: /^Keluar/ }).click();
  const officers = counter.getByRole('list').getByRole('button');
  await officers.nth(1).click();
  for (let left = 4; left >= 0; left -= 1) {
    await counter.getByLabel('PIN', { exact: true }).fill('111111');
    await counter.getByRole('button', { name: 'Masuk', exact: true }).click();
    const words =
      left > 0 ? `PIN belum benar. Sisa ${left} kali.` : /^PIN salah berkali-kali\. Coba lagi setelah/;
    await counter.getByText(words).waitFor();
  }
  await counter.getByRole('button', { name: 'Bukan saya' }).click();
  await officers
    .nth(1)
    .getByText(/^Terkunci sampai \d\d\.\d\d/)
    .waitFor();
  await signIn(counter);
});
