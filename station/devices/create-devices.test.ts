import { expect, onTestFinished, test } from 'vitest';
import type { StationEvent } from '../../contract/station/system.ts';
import { createVirtualHidBus } from '../../drivers/virtual/hid/virtual-hid-bus.ts';
import { createVirtualReceiptPrinter } from '../../drivers/virtual/printer/virtual-receipt-printer.ts';
import { createVirtualScanner } from '../../drivers/virtual/scanner/virtual-scanner.ts';
import { createVirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';
import { createManualClock } from '../clock/manual-clock.ts';
import { createStationEvents } from '../events.ts';
import { openTestStore } from '../store/test-store.ts';
import { createDevices, describePrinter } from './create-devices.ts';
import { describeScanner } from './create-scanners.ts';
import { driverClock } from './driver-clock.ts';

function setUp() {
  const clock = createManualClock();
  const ticks = driverClock(clock);
  const bus = createVirtualUsbBus(ticks);
  const printer = createVirtualReceiptPrinter({ clock: ticks, paperWidth: 80 });
  const hid = createVirtualHidBus(ticks);
  const scanner = createVirtualScanner({ clock: ticks });
  const events = createStationEvents();
  const seen: string[] = [];
  const published: StationEvent[] = [];
  events.subscribe((event) => {
    seen.push(event.type);
    published.push(event);
  });
  const store = openTestStore();
  const devices = createDevices({
    bus,
    hid,
    store,
    clock,
    events,
    openIdentityCardReader: null,
    onTrouble: () => {},
  });
  const pass = async (is: () => boolean) => {
    for (let step = 0; !is(); step += 1) {
      if (step > 5_000) throw new RangeError('it did not come to pass');
      clock.advance(50);
      await new Promise(setImmediate);
    }
  };
  onTestFinished(async () => {
    let closed = false;
    void devices.close().then(() => {
      closed = true;
    });
    await pass(() => closed);
    store[Symbol.dispose]();
  });
  return {
    bus,
    printer,
    hid,
    scanner,
    devices,
    seen,
    published,
    pass,
    state: () => devices.list()[0]?.state,
  };
}

test('a printer is recognised when plugged in, named, and missed when pulled out', async () => {
  const bench = setUp();
  expect(bench.devices.list()).toEqual([
    {
      kind: 'receipt-printer',
      model: '',
      state: 'absent',
      reason: null,
      paperNearEnd: false,
      lastFault: null,
    },
  ]);
  bench.bus.plug(bench.printer);
  await bench.pass(() => bench.state() === 'ready');
  expect(bench.devices.list()[0]?.model).toBe('USB ESC/POS');
  bench.bus.unplug(bench.printer);
  await bench.pass(() => bench.state() === 'absent');
  expect(new Set(bench.seen)).toEqual(new Set(['devices-changed']));
});

test('what ails the printer is told, and whoever waits for it hears when it can print again', async () => {
  const bench = setUp();
  let ready = 0;
  bench.devices.onPrinterReady(() => {
    ready += 1;
  });
  bench.bus.plug(bench.printer);
  await bench.pass(() => bench.state() === 'ready');
  bench.printer.setPaper('out');
  await bench.pass(() => bench.state() === 'faulted');
  expect(bench.devices.list()[0]?.reason).toBe('paper-out');
  bench.printer.setPaper('near-end');
  await bench.pass(() => bench.state() === 'ready' && bench.devices.list()[0]?.paperNearEnd === true);
  expect(ready).toBe(2);
});

test('only a fault has a reason', () => {
  const snapshot = { state: { name: 'busy' }, model: 'X', paperNearEnd: true } as const;
  expect(describePrinter(snapshot)).toMatchObject({ state: 'busy', reason: null, paperNearEnd: true });
});

test('a scanner is listed while it is there and missed after; its codes and failures are published', async () => {
  const bench = setUp();
  const scanner = () => bench.devices.list().find(({ kind }) => kind === 'scanner');
  expect(scanner()).toBeUndefined();
  bench.hid.plug(bench.scanner);
  await bench.pass(() => scanner()?.state === 'ready');
  expect(scanner()).toEqual({
    kind: 'scanner',
    model: 'Virtual scanner',
    state: 'ready',
    reason: null,
    paperNearEnd: false,
    lastFault: null,
  });
  bench.scanner.scan('1804045709909901', ']C0');
  await bench.pass(() => bench.seen.includes('scanned'));
  expect(bench.published).toContainEqual({
    type: 'scanned',
    scan: { text: '1804045709909901', symbology: 'code-128' },
  });
  bench.scanner.setFailing('garbage');
  bench.scanner.scan('X');
  await bench.pass(() => bench.seen.includes('scan-failed'));
  bench.hid.unplug(bench.scanner);
  await bench.pass(() => scanner()?.state === 'absent');
});

test('two scanners of one model have two names', async () => {
  const bench = setUp();
  bench.hid.plug(bench.scanner);
  bench.hid.plug({ ...bench.scanner });
  await bench.pass(() => bench.devices.list().length === 3);
  const names = bench.devices.list().flatMap(({ kind, model }) => (kind === 'scanner' ? model : []));
  expect(names).toEqual(['Virtual scanner', 'Virtual scanner (2)']);
});

test('a fault of a scanner has a reason of its own', () => {
  expect(
    describeScanner({ model: 'X', state: { name: 'faulted', reason: 'busy', holdsWork: false } }),
  ).toMatchObject({
    state: 'faulted',
    reason: 'scanner-busy',
  });
});
