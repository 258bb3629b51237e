import { expect, test } from 'vitest';
import { acceptUsbBus } from '../../transport/usb-acceptance.ts';
import { createManualClock } from '../manual-clock.ts';
import { createVirtualReceiptPrinter } from '../printer/virtual-receipt-printer.ts';
import { createCompositeUsbDevice } from './composite-usb-device.ts';
import { createVirtualUsbBus } from './virtual-usb-bus.ts';
import type { VirtualUsbDevice } from './virtual-usb-device.ts';

acceptUsbBus(async () => {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const printer = createVirtualReceiptPrinter({ clock, paperWidth: 58 });
  bus.plug(printer);
  return { bus, pass: clock.advance, plug: () => bus.plug(printer), unplug: () => bus.unplug(printer) };
});

test('unplugged after n bytes, the device has taken exactly n', async () => {
  const { bus, taken, open } = rig();
  const transport = await open();
  bus.unplugAfter(taken.device, 100);
  const writing = transport.transferOut(1, new Uint8Array(1_000), { deadlineMs: 1_000 });
  await expect(writing).rejects.toMatchObject({ kind: 'gone', bytesWritten: 100 });
  expect(taken.bytes).toBe(100);
});

test('a device that sends more than was asked for babbles', async () => {
  const { open } = rig();
  const transport = await open();
  await expect(transport.transferIn(2, 2, { deadlineMs: 1_000 })).rejects.toMatchObject({ kind: 'babble' });
});

test('a slow device takes bytes after a while, within the deadline or not at all', async () => {
  const { bus, clock, taken, open } = rig();
  const transport = await open();
  bus.slow(taken.device, 500);
  const writing = transport.transferOut(1, new Uint8Array(10), { deadlineMs: 600 });
  await expect(transport.transferOut(1, new Uint8Array(1), { deadlineMs: 600 })).rejects.toMatchObject({
    kind: 'busy',
  });
  await clock.advance(499);
  expect(taken.bytes).toBe(0);
  await clock.advance(1);
  await writing;
  expect(taken.bytes).toBe(10);
  const late = transport.transferOut(1, new Uint8Array(10), { deadlineMs: 400 });
  const setup = { type: 'class', recipient: 'interface', request: 0, value: 0, index: 0 } as const;
  const control = transport.controlIn(setup, 1, { deadlineMs: 600 });
  const ends = [
    expect(late).rejects.toMatchObject({ kind: 'timeout', bytesWritten: 0 }),
    expect(control).rejects.toMatchObject({ kind: 'stall' }),
  ];
  await clock.advance(500);
  await Promise.all(ends);
  const lost = expect(
    transport.controlOut(setup, new Uint8Array(), { deadlineMs: 600 }),
  ).rejects.toMatchObject({ kind: 'gone' });
  bus.unplug(taken.device);
  await lost;
  expect([taken.bytes, clock.pending()]).toEqual([10, 0]);
});

test.each(['busy', 'denied'] as const)(
  'a bus that refuses as %s lets whoever holds the device keep it',
  async (kind) => {
    const { bus, taken, open } = rig();
    const held = await open();
    bus.refuse(taken.device, kind);
    await held.transferOut(1, Uint8Array.of(1), { deadlineMs: 100 });
    await held.close();
    await expect(open()).rejects.toMatchObject({ kind });
    bus.refuse(taken.device, null);
    await open();
  },
);

test('each interface has its own owner, and unplugging the device ends them all', async () => {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const part = () => createVirtualReceiptPrinter({ clock, paperWidth: 58 });
  const device = createCompositeUsbDevice([part(), part()]);
  bus.plug(device);
  const [info] = await bus.list();
  if (!info) throw new Error('No device');
  const [one, other] = [await bus.open(info, 0), await bus.open(info, 1)];
  await expect(bus.open(info, 1)).rejects.toMatchObject({ kind: 'busy' });
  await expect(one.transferOut(3, Uint8Array.of(1), { deadlineMs: 1_000 })).rejects.toMatchObject({
    kind: 'protocol',
  });
  await other.transferOut(3, Uint8Array.of(1), { deadlineMs: 1_000 });
  await other.close();
  const again = await bus.open(info, 1);
  const reading = [one, again].map((transport, index) =>
    expect(transport.transferIn(2 * index + 2, 64, { deadlineMs: 1_000 })).rejects.toMatchObject({
      kind: 'gone',
    }),
  );
  bus.unplug(device);
  await Promise.all(reading);
});

/** A device that takes everything and always has four bytes to say. */
function rig() {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const { descriptor } = createVirtualReceiptPrinter({ clock, paperWidth: 58 });
  const device: VirtualUsbDevice = {
    descriptor,
    controlIn: () => 'stall',
    controlOut: () => 'stall',
    packetOut(_, packet) {
      taken.bytes += packet.length;
      return 'ack';
    },
    packetIn: () => new Uint8Array(4),
    onReady: () => () => {},
  };
  const taken = { device, bytes: 0 };
  bus.plug(device);
  return {
    bus,
    clock,
    taken,
    async open() {
      const [info] = await bus.list();
      if (!info) throw new Error('No device');
      return await bus.open(info, 0);
    },
  };
}
