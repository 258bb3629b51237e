import { devices as listHidDevices } from 'node-hid';
import { expect, test } from 'vitest';
import { openSystemUsbBus } from '../../../drivers/transport/system-usb-bus.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';

test('the package `usb` lists the emulated card reader with its endpoints', async () => {
  const bus = await openSystemUsbBus(driverClock(createSystemClock()));
  const reader = (await bus.list()).find((device) => device.vendorId === 0x08e6);
  expect(reader).toMatchObject({ productId: 0x4433, product: 'QEMU USB CCID' });
  expect(reader?.interfaces.map((candidate) => candidate.classCode)).toEqual([0x0b]);
  expect(
    reader?.interfaces[0]?.endpoints.map(({ type, direction }) => `${type} ${direction}`).sort(),
  ).toEqual(['bulk in', 'bulk out', 'interrupt in']);
  await bus.close();
});

test('the package `node-hid` lists the emulated tablet', () => {
  expect(listHidDevices().map((device) => device.product)).toContain('QEMU USB Tablet');
});
