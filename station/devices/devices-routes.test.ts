import { v7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStation } from '../testing/test-station.ts';
import { logLines } from './log-lines.ts';

async function setUp() {
  const station = await startTestStation();
  onTestFinished(() => station[Symbol.asyncDispose]());
  const tray = station.face('practice-tray').client;
  const technician = await station.signedIn('technician');
  const pass = async (is: () => boolean | Promise<boolean>) => {
    for (let step = 0; !(await is()); step += 1) {
      if (step > 3_000) throw new RangeError('it did not come to pass');
      station.clock.advance(50);
      await new Promise(setImmediate);
    }
  };
  const ready = async () => (await technician.devices.list()).every(({ state }) => state === 'ready');
  await pass(ready);
  return { tray, technician, pass };
}

test.each([
  ['passport', { outcome: 'read', card: 'contactless', number: 'random' }],
  ['ktp', { outcome: 'read', card: 'contactless', number: 'random' }],
] as const)('a technician tests a card: %s', async (what, expected) => {
  const { tray, technician, pass } = await setUp();
  let told: unknown = null;
  void technician.devices.testCard().then((test) => {
    told = test;
  });
  await tray.practice.layCard({ what, specimen: 'siti' });
  await pass(() => told !== null);
  expect(told).toEqual(expected);
});

test('a test without a card, and without a reader, ends', async () => {
  const { tray, technician, pass } = await setUp();
  const tests: unknown[] = [];
  void technician.devices.testCard().then((test) => tests.push(test));
  await pass(() => tests.length === 1);
  await tray.practice.setReader({ plugged: false });
  await pass(async () => (await technician.devices.list()).some(({ state }) => state === 'absent'));
  void technician.devices.testCard().then((test) => tests.push(test));
  await pass(() => tests.length === 2);
  expect(tests).toEqual([
    { outcome: 'failed', reason: 'no-card' },
    { outcome: 'failed', reason: 'no-reader' },
  ]);
});

test('what the devices went through is kept, told and printed', async () => {
  const { tray, technician, pass } = await setUp();
  await tray.practice.setPrinter({ coverOpen: true });
  await pass(async () => (await technician.devices.list())[0]?.state === 'faulted');
  await tray.practice.setPrinter({ coverOpen: false });
  await pass(async () => (await technician.devices.list())[0]?.state === 'ready');
  const [printer] = await technician.devices.list();
  expect(printer?.lastFault?.reason).toBe('cover-open');
  const log = await technician.devices.log();
  expect(log).toContainEqual(expect.objectContaining({ kind: 'receipt-printer', reason: 'cover-open' }));
  const { id } = await technician.devices.printLog({ printJobId: v7() });
  await pass(async () => (await technician.printing.job({ jobId: id })).state === 'printed');
});

test('a line says when, what and why', () => {
  const change = {
    number: 1,
    at: 1_795_485_900_000,
    kind: 'scanner',
    model: 'X',
    state: 'faulted',
    reason: 'scanner-busy',
  } as const;
  expect(logLines([change, { ...change, state: 'ready', reason: null }])).toEqual([
    '2026-11-24 09.05 WIB scanner X faulted scanner-busy',
    '2026-11-24 09.05 WIB scanner X ready',
  ]);
});
