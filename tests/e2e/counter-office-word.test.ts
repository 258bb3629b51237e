import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type KioskOfficerOptions,
  kioskOfficerCommand,
} from '../../central/process/kiosk-officer-command.ts';
import { stationSettingsCommand } from '../../central/process/station-settings-command.ts';
import { CODE, startTestCentral } from '../../central/testing/start-test-central.ts';
import { faultsOf } from './support/accessibility.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';

const OWN_PIN = '271828';
/** Folder for pictures of what is new on screen; none are made without it. */
const pictures = process.env.ANJUNGAN_PICTURES;
let central: Awaited<ReturnType<typeof startTestCentral>>;
let kiosk: Launched;
let counter: Page;

beforeAll(async () => {
  central = await startTestCentral();
  kiosk = await launch({ tray: false, central: { url: central.url, enrolmentCode: CODE } });
  counter = kiosk.counter;
  await signIn(counter, 'Rizal Way Besai');
  await counter.getByText('Internet tersambung').waitFor();
}, 90_000);

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
});

async function station(): Promise<string> {
  const [row] = await central.database.query('SELECT id FROM stations');
  return String(row?.id);
}

/** Hours the test does not run in: those that begin in two hours and last one. */
function awayFromNow(): string {
  const hour = new Date(Date.now() + 9 * 60 * 60_000).getUTCHours();
  const two = (number: number) => String(number % 24).padStart(2, '0');
  return `${two(hour)}.00-${two(hour + 1)}.00`;
}

async function officer(action: string, options: KioskOfficerOptions) {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  await kioskOfficerCommand(central.database, action, { station: await station(), ...options }, write);
  return JSON.parse(lines[0] ?? '');
}

async function askCentral(): Promise<void> {
  await counter.evaluate(() => {
    window.location.hash = '#/outbox';
  });
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
}

async function type(pin: string, button: string): Promise<void> {
  await counter.getByLabel('PIN', { exact: true }).fill(pin);
  await counter.getByRole('button', { name: button, exact: true }).click();
}

async function picture(name: string): Promise<void> {
  if (pictures) await counter.screenshot({ path: join(pictures, `${name}.png`) });
}

test('settings of the office are told to the officer, with the kiosk’s new name', async () => {
  const name = 'Balai Pekon Kubu Perahu';
  const options = { station: await station(), name, budgetDay: '50', unattended: awayFromNow() };
  await stationSettingsCommand(central.database, options, () => undefined);
  await askCentral();
  await counter.getByText('Diatur oleh kantor, diterima').first().waitFor();
  await counter.getByText(name).first().waitFor();
  await counter.getByText('Jam loket tutup').waitFor();
  expect(await faultsOf(counter)).toEqual([]);
  await picture('settings');
}, 60_000);

test('an officer added at the office makes a PIN of their own, and is out at once when revoked there', async () => {
  const { officer: id, pin } = await officer('add', { name: 'Sari Spesimen', role: 'supervisor' });
  await askCentral();
  await counter.getByRole('button', { name: 'Keluar' }).click();
  await counter.getByRole('button', { name: /Sari Spesimen/ }).click();
  await type(pin, 'Masuk');
  await counter.getByRole('heading', { name: 'Buat PIN baru' }).waitFor();
  expect(await faultsOf(counter)).toEqual([]);
  await picture('new-pin');
  await type(pin, 'Lanjut');
  await counter.getByText('PIN baru harus berbeda').waitFor();
  await type(OWN_PIN, 'Lanjut');
  await counter.getByRole('heading', { name: 'Ulangi PIN baru' }).waitFor();
  await picture('new-pin-again');
  await type('111111', 'Masuk');
  await counter.getByText('Kedua PIN tidak sama').waitFor();
  await type(OWN_PIN, 'Lanjut');
  await type(OWN_PIN, 'Masuk');
  await counter.getByRole('button', { name: 'Keluar' }).waitFor();

  await officer('revoke', { officer: id });
  await askCentral();
  await counter.getByText('Siapa yang bertugas?').waitFor();
  expect(await counter.getByRole('button', { name: /Sari Spesimen/ }).count()).toBe(0);
}, 60_000);
