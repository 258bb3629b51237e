import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { callPhrase } from '../../renderer/display/speech/call-phrase.ts';
import { QUEUE_CLIP_FOLDER } from '../../scripts/speech/queue-clips.ts';
import { joined, readWav, silence, writeWav } from '../../scripts/speech/wav.ts';
import { signIn } from '../e2e/support/counter.ts';
import { resizeDisplay } from '../e2e/support/display.ts';
import { type Launched, launch } from '../e2e/support/launch.ts';

const BUILT_FACES = join(import.meta.dirname, '..', '..', 'dist', 'renderer');
const COUNTER = 2;
const SETTINGS = { name: 'Balai Pekon Latihan', counter: COUNTER, speech: { volume: 60, quiet: [] } };
const PEOPLE = ['Umum', 'Umum', 'Lansia', 'Umum', 'Ibu hamil'];

/** A morning at the counter as the hall's screen shows it, with pictures, and every call as a sound. */
export async function displayTour(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-tour-'));
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify(SETTINGS));
  const kiosk = await launch({ dataFolder, args: ['--faces=display'] });
  try {
    await walk(kiosk, folder);
  } finally {
    await kiosk.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  process.stdout.write(`pictures and calls are in ${folder}\n`);
}

async function walk(kiosk: Launched, folder: string): Promise<void> {
  const { counter } = kiosk;
  const display = await signedIn(kiosk);
  let number = 0;
  const look = async (name: string, page: Page = display) => {
    number += 1;
    const path = join(folder, `${String(number).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    process.stdout.write(`${path}\n`);
  };
  const press = (name: string | RegExp) => counter.getByRole('button', { name }).first().click();
  const call = async (): Promise<string> => {
    await press(/^Panggil [A-Z]-/);
    const called = counter.getByText(/^[A-Z]-\d{3}$/).first();
    await counter.getByText('dipanggil 1 kali').waitFor();
    const text = (await called.textContent()) ?? '';
    await display.getByRole('status').getByText(text).waitFor();
    saveCall(folder, text);
    return text;
  };

  await look('nobody-called');
  for (const who of PEOPLE) await issue(counter, who);
  await press('Ambil nomor');
  await look('counter-issue', counter);
  await counter.keyboard.press('Escape');
  await display.getByText(`${PEOPLE.length} nomor`).waitFor();
  await look('waiting');
  await look('counter-waiting', counter);
  await call();
  await look('called');
  await look('counter-called', counter);
  await press('Panggil ulang');
  await counter.getByText('dipanggil 2 kali').waitFor();
  await press('Tunda');
  await call();
  await press('Lewati');
  await counter.getByRole('button', { name: /^Panggil [A-Z]-/ }).waitFor();
  const last = await call();
  await look('third-call');
  await look('counter-held', counter);
  await resizeDisplay(kiosk, 1280, 800);
  await look(`${last}-small`);
}

async function signedIn(kiosk: Launched): Promise<Page> {
  await signIn(kiosk.counter);
  const display = await kiosk.face('display');
  await resizeDisplay(kiosk, 1920, 1080);
  await display.getByText('Mohon tunggu').waitFor();
  return display;
}

async function issue(counter: Page, who: string): Promise<void> {
  await counter.getByRole('button', { name: 'Ambil nomor' }).first().click();
  const dialog = counter.getByRole('dialog');
  await dialog.getByText(who, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Cetak nomor' }).click();
  await dialog.getByRole('button', { name: 'Selesai' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The call as the display says it, composed of the same clips. Without clips there is only the chime, and no file. */
function saveCall(folder: string, number: string): void {
  const clips = join(BUILT_FACES, QUEUE_CLIP_FOLDER);
  const names: unknown = JSON.parse(readFileSync(join(clips, 'index.json'), 'utf8'));
  const parts = callPhrase(number, COUNTER);
  const known = new Set(Array.isArray(names) ? names : []);
  if (parts.some((part) => part.kind === 'clip' && !known.has(part.name))) {
    process.stdout.write(`no words for ${number}: this build was made without espeak-ng\n`);
    return;
  }
  const read = (name: string) => readWav(readFileSync(join(clips, `${name}.wav`)));
  const { samplesPerSecond } = read('chime');
  const sounds = parts.map((part) =>
    part.kind === 'clip' ? read(part.name) : silence(samplesPerSecond, part.milliseconds),
  );
  const path = join(folder, `${number}.wav`);
  const whole = joined(sounds);
  writeFileSync(path, writeWav(whole));
  process.stdout.write(`${path}, ${(whole.samples.length / samplesPerSecond).toFixed(1)} s\n`);
}
