import { expect, test } from 'vitest';
import { createManualClock } from '../virtual/manual-clock.ts';
import { acceptHidBus } from './hid-acceptance.ts';
import type { NativeHid, NativeHidDevice, NativeHidRow } from './native-hid.ts';
import { openNativeHidBus } from './native-hid-bus.ts';

const options = { deadlineMs: 1_000 };
const ROW: NativeHidRow = {
  path: '/dev/hidraw3',
  vendorId: 0x0c2e,
  productId: 0x0b01,
  product: 'Voyager',
  serialNumber: '',
  usagePage: 0x8c,
  usage: 2,
};

/** A stand-in for the `node-hid` package; failures are worded as the package words them. */
function createPackage(change: Partial<NativeHidDevice> = {}) {
  const clock = createManualClock();
  let rows: NativeHidRow[] = [ROW, { ...ROW, usagePage: 1, usage: 6 }];
  let data: (report: Uint8Array) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const calls: string[] = [];
  let hint: () => void = () => {};
  const hid: NativeHid = {
    devicesAsync: async () => rows,
    HIDAsync: {
      async open(path) {
        calls.push(`open ${path}`);
        return {
          on(event: 'data' | 'error', listener: (value: never) => void) {
            if (event === 'data') data = listener as typeof data;
            else fail = listener as typeof fail;
          },
          async sendFeatureReport(report) {
            if (report[0] !== 254) throw new Error('could not send feature report: Broken pipe');
            return report.length;
          },
          async getFeatureReport() {
            throw new Error('could not get feature report: Broken pipe');
          },
          write: async (report) => report.length,
          async close() {
            calls.push('close');
          },
          ...change,
        };
      },
    },
  };
  const bus = openNativeHidBus({
    hid,
    clock,
    watch(told) {
      hint = told;
      return () => calls.push('unwatch');
    },
    readDescriptor: async () => Uint8Array.of(0x05, 0x8c),
  });
  return {
    bus,
    clock,
    calls,
    hid,
    hint: () => hint(),
    report: (bytes: Uint8Array) => data(bytes),
    fail: (error: unknown) => fail(error),
    setRows(next: NativeHidRow[]) {
      rows = next;
    },
    rows: () => rows,
  };
}

acceptHidBus(async () => {
  const rig = createPackage();
  const present = rig.rows();
  return {
    bus: rig.bus,
    hasFeatures: true,
    report: rig.report,
    pass: rig.clock.advance,
    unplug() {
      rig.setRows([]);
      rig.fail('could not read from HID device: unexpected poll error (device disconnected)');
    },
    plug: () => rig.setRows(present),
  };
});

async function open(change: Partial<NativeHidDevice> = {}) {
  const rig = createPackage(change);
  const [info] = await rig.bus.list();
  if (!info) throw new Error('No device');
  return { ...rig, info, transport: await rig.bus.open(info) };
}

test('one device with two collections is one row, with its descriptor', async () => {
  const { bus } = createPackage();
  expect(await bus.list()).toEqual([
    {
      key: '/dev/hidraw3 1',
      vendorId: 0x0c2e,
      productId: 0x0b01,
      manufacturer: null,
      product: 'Voyager',
      serialNumber: null,
      collections: [
        { usagePage: 0x8c, usage: 2 },
        { usagePage: 1, usage: 6 },
      ],
      reportDescriptor: Uint8Array.of(0x05, 0x8c),
    },
  ]);
});

test('a device is found by a hint within a second, and by the beat without one', async () => {
  const rig = createPackage();
  rig.setRows([]);
  expect(await rig.bus.list()).toEqual([]);
  const found: string[] = [];
  rig.bus.onAttach(({ key }) => found.push(key));
  rig.setRows([ROW]);
  rig.hint();
  await rig.clock.advance(700);
  expect(found).toEqual(['/dev/hidraw3 1']);
  rig.setRows([ROW, { ...ROW, path: '/dev/hidraw4' }]);
  await rig.clock.advance(2_000);
  expect(found).toEqual(['/dev/hidraw3 1', '/dev/hidraw4 2']);
  await rig.bus.close();
  expect(rig.calls).toContain('unwatch');
  expect(rig.clock.pending()).toBe(0);
});

test('another device at the same path is another attachment', async () => {
  const { bus, transport, setRows, clock } = await open();
  let gone = 0;
  transport.onGone(() => {
    gone += 1;
  });
  setRows([{ ...ROW, productId: 0x0b02 }]);
  await clock.advance(2_000);
  expect(gone).toBe(1);
  expect((await bus.list()).map(({ key }) => key)).toEqual(['/dev/hidraw3 2']);
});

test.each([
  ['cannot open device with path /dev/hidraw3: Permission denied', 'denied'],
  ['cannot open device with path /dev/hidraw3: No such file or directory', 'gone'],
  ['cannot open device with path /dev/hidraw3: Device or resource busy', 'busy'],
  ['something new', 'protocol'],
])('"%s" is %s', async (message, kind) => {
  const rig = createPackage();
  const [info] = await rig.bus.list();
  if (!info) throw new Error('No device');
  const bus = openNativeHidBus({
    hid: { ...rig.hid, HIDAsync: { open: async () => Promise.reject(new Error(message)) } },
    clock: rig.clock,
    readDescriptor: async () => null,
  });
  const [own] = await bus.list();
  if (!own) throw new Error('No device');
  await expect(bus.open(own)).rejects.toMatchObject({ name: 'TransportError', kind });
  await expect(bus.open(own)).rejects.toMatchObject({ kind });
});

test('a call that hangs ends at its deadline, and the next one does not start before it has ended', async () => {
  let answer: (sent: number) => void = () => {};
  let started = 0;
  const { transport, clock } = await open({
    write: () => {
      started += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const first = transport.sendOutput(Uint8Array.of(1, 2), options);
  const ended = expect(first).rejects.toMatchObject({ kind: 'timeout' });
  await clock.advance(1_000);
  await ended;
  const second = transport.sendOutput(Uint8Array.of(1, 3), options);
  await clock.settle();
  expect(started).toBe(1);
  answer(2);
  await clock.settle();
  expect(started).toBe(2);
  answer(2);
  await second;
});

test('a report taken in part is an error', async () => {
  const { transport } = await open({ write: async () => 1 });
  await expect(transport.sendOutput(Uint8Array.of(1, 2), options)).rejects.toMatchObject({
    kind: 'protocol',
    bytesWritten: 1,
  });
});

test('a list that hangs is given up, one that fails says why', async () => {
  const clock = createManualClock();
  const hid = { ...createPackage().hid, devicesAsync: () => new Promise<never>(() => {}) };
  const bus = openNativeHidBus({ hid, clock, readDescriptor: async () => null });
  const ended = expect(bus.list()).rejects.toMatchObject({ kind: 'timeout' });
  await clock.advance(3_000);
  await ended;
  const broken = openNativeHidBus({
    hid: { ...hid, devicesAsync: async () => Promise.reject(new Error('libudev.so.1: cannot open')) },
    clock,
    readDescriptor: async () => null,
  });
  await expect(broken.list()).rejects.toMatchObject({ name: 'TransportError', kind: 'protocol' });
});

test('closed in the turn in which it was opened, the device is let go only after the library began to read', async () => {
  const order: string[] = [];
  const { transport } = await open({
    on(event: 'data' | 'error') {
      if (event === 'data') process.nextTick(() => order.push('read'));
    },
    close: async () => void order.push('close'),
  });
  await transport.close();
  expect(order).toEqual(['read', 'close']);
});
