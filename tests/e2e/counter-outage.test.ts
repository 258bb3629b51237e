import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSpecimens } from '../../station/practice/specimens.ts';
import { signIn } from './support/counter.ts';
import { type Launched, launch } from './support/launch.ts';
import { prepareDrafts } from './support/prepared-drafts.ts';
import { submitApplication } from './support/register.ts';
import { startTestCentralServer, type TestCentral } from './support/test-central.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'anjungan-outage-'));
const people = loadSpecimens().slice(0, 3);
let central: TestCentral;
let kiosk: Launched;
let counter: Page;
let tray: Page;
const delivered: string[] = [];

beforeAll(async () => {
  await prepareDrafts(dataFolder, people);
  central = await startTestCentralServer();
  kiosk = await launch({ dataFolder, tray: true, central: central.address });
  counter = kiosk.counter;
  tray = await kiosk.tray();
  await signIn(counter);
  await counter.getByText('Internet tersambung').waitFor();
});

afterAll(async () => {
  await kiosk?.close();
  await central?.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Sends a prepared draft from the home screen and opens the outbox; answers the code and the row of it there. */
async function submitPrepared(place: number) {
  const name = people[place]?.fullName ?? '';
  await counter.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const code = await submitApplication(counter);
  await counter.getByRole('button', { name: 'Selesai' }).click();
  await card('Pengiriman').getByRole('button', { name: 'Lihat semua' }).click();
  await counter.getByRole('heading', { level: 1, name: 'Pengiriman' }).waitFor();
  const row = counter.getByRole('listitem').filter({ hasText: code });
  return { code, row };
}

const card = (title: string) =>
  counter.locator('section').filter({ has: counter.getByRole('heading', { name: title, exact: true }) });

/** It went out, central has it once, and everything before it once as well. */
async function expectDelivered({ code, row }: Awaited<ReturnType<typeof submitPrepared>>): Promise<void> {
  await row.getByText('Terkirim', { exact: true }).waitFor();
  await counter.getByText('Semua sudah terkirim').waitFor();
  delivered.push(code);
  const held = await central.held();
  expect(held.map(({ application }) => application.trackingCode).sort()).toEqual(delivered.toSorted());
  for (const { arrived, application } of held) expect(arrived.size).toBe(application.attachments.length);
  await counter.getByRole('button', { name: 'Beranda' }).click();
}

test('the line is cut: the application is safe, the outbox says so, and it goes out when the line is back', async () => {
  await tray.getByRole('button', { name: 'Putuskan jaringan' }).click();
  await tray.getByRole('button', { name: 'Sambungkan jaringan' }).waitFor();
  const sent = await submitPrepared(2);
  await sent.row.getByText('Menunggu dikirim').waitFor();
  await counter.getByText('1 menunggu dikirim').waitFor();
  await counter.getByText('Permohonan aman di kiosk dan terkirim sendiri saat internet kembali.').waitFor();
  await counter.getByRole('banner').getByText('Terputus').waitFor();
  expect(await central.held()).toEqual([]);
  await tray.getByRole('button', { name: 'Sambungkan jaringan' }).click();
  await expectDelivered(sent);
});

test('central fails: nothing is lost, and an officer who does not want to wait sends it', async () => {
  central.setMood('failing');
  const asked = central.nextRequest();
  const sent = await submitPrepared(1);
  await asked;
  await sent.row.getByText('Menunggu dikirim').waitFor();
  await counter.getByText(/Mencoba lagi/).waitFor();
  central.setMood('as-it-is');
  await counter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expectDelivered(sent);
});

test('central does not answer: the counter goes on meanwhile, and nothing arrives twice', async () => {
  central.setMood('silent');
  const asked = central.nextRequest();
  const sent = await submitPrepared(0);
  await asked;
  await counter.getByText('Sedang mengirim…').waitFor();
  await counter.getByRole('button', { name: 'Beranda' }).click();
  await counter.getByText('Tidak ada draf').waitFor();
  await card('Pengiriman').getByRole('button', { name: 'Lihat semua' }).click();
  central.setMood('as-it-is');
  await expectDelivered(sent);
});
