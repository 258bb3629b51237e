import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import type { Scan } from '../../contract/domain/scan.ts';
import { formatTicketCode } from '../../contract/domain/ticket-code.ts';
import type { StationClient } from '../rpc/test-client.ts';
import { SERVICE, submitOne } from '../testing/fill-draft.ts';
import { startTestStation } from '../testing/test-station.ts';

async function setUp() {
  const station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  const tray = station.face('practice-tray').client;
  const pass = async (is: () => boolean | Promise<boolean>) => {
    for (let step = 0; !(await is()); step += 1) {
      if (step > 2_000) throw new RangeError('it did not come to pass');
      station.clock.advance(50);
      await new Promise(setImmediate);
    }
  };
  return { station, tray, pass };
}

/** What a face hears of scans from now on. */
async function listen(client: StationClient): Promise<(Scan | 'failed')[]> {
  const heard: (Scan | 'failed')[] = [];
  const events = await client.system.events();
  void (async () => {
    for await (const event of events) {
      if (event.type === 'scanned') heard.push(event.scan);
      if (event.type === 'scan-failed') heard.push('failed');
    }
  })().catch(() => {});
  return heard;
}

test('the tray scans a printed ticket and a specimen’s card; only the counter hears', async () => {
  const { station, tray, pass } = await setUp();
  const counter = await station.signedIn();
  const heard = await listen(counter);
  const elsewhere = await Promise.all([listen(tray), listen(station.face('self-service').client)]);
  const isReady = async () =>
    (await counter.devices.list()).some(({ kind, state }) => kind === 'scanner' && state === 'ready');
  await pass(isReady);
  await expect(tray.practice.scan({ what: 'ticket', specimen: 'siti' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const id = uuidv7();
  await counter.queue.issue({ id, printJobId: uuidv7(), serviceKey: SERVICE });
  await pass(async () => (await tray.practice.state()).scanner.papers.ticket);
  await tray.practice.scan({ what: 'ticket', specimen: 'siti' });
  await pass(() => heard.length === 1);
  await tray.practice.scan({ what: 'ktp', specimen: 'siti' });
  await pass(() => heard.length === 2);
  expect(heard).toEqual([
    { text: formatTicketCode(id), symbology: 'qr' },
    { text: '1804045709909901', symbology: 'code-128' },
  ]);
  expect(elsewhere).toEqual([[], []]);
});

test('a technician who tries the scanner hears what kind of code it was, and no number', async () => {
  const { station, tray, pass } = await setUp();
  const counter = await station.signedIn('technician');
  const heard: unknown[] = [];
  const events = await counter.system.events();
  void (async () => {
    for await (const event of events) if (event.type.startsWith('scan')) heard.push(event);
  })().catch(() => {});
  await pass(async () => (await counter.devices.list()).some(({ kind }) => kind === 'scanner'));
  await tray.practice.scan({ what: 'ktp', specimen: 'siti' });
  await pass(() => heard.length === 1);
  expect(heard).toEqual([{ type: 'scan-kind', kind: 'card-number' }]);
});

test('nobody hears a code scanned while the counter is locked, then or later', async () => {
  const { station, tray, pass } = await setUp();
  const counter = await station.signedIn();
  const heard = await listen(counter);
  await pass(async () => (await counter.devices.list()).some(({ kind }) => kind === 'scanner'));
  await counter.access.lock();
  await tray.practice.scan({ what: 'ktp', specimen: 'siti' });
  for (let step = 0; step < 20; step += 1) {
    station.clock.advance(50);
    await new Promise(setImmediate);
  }
  expect(heard).toEqual([]);
});

test('an unplugged scanner cannot scan, and is missed in the list', async () => {
  const { station, tray, pass } = await setUp();
  const counter = await station.signedIn();
  const scanner = async () => (await counter.devices.list()).find(({ kind }) => kind === 'scanner');
  await pass(async () => (await scanner())?.state === 'ready');
  expect((await tray.practice.setScanner({ plugged: false })).scanner.plugged).toBe(false);
  await pass(async () => (await scanner())?.state === 'absent');
  await expect(tray.practice.scan({ what: 'ktp', specimen: 'siti' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await tray.practice.setScanner({ plugged: true });
  await pass(async () => (await scanner())?.state === 'ready');
});

test('a receipt’s code finds its application', async () => {
  const { station } = await setUp();
  const counter = await station.signedIn();
  const applicationId = await submitOne(counter);
  const { application } = await counter.registration.application({ applicationId });
  const { trackingCode } = application;
  expect(await counter.registration.findApplication({ trackingCode })).toEqual({ applicationId });
  await expect(
    counter.registration.findApplication({ trackingCode: 'LB-0000-0000-0' }),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
