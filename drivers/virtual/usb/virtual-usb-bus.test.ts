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
    taken,
    async open() {
      const [info] = await bus.list();
      if (!info) throw new Error('No device');
      return await bus.open(info, 0);
    },
  };
}
