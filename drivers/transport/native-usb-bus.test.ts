import { expect, test } from 'vitest';
import { createManualClock } from '../virtual/manual-clock.ts';
import type { NativeUsbDevice } from './native-usb.ts';
import { openNativeUsbBus } from './native-usb-bus.ts';
import { createNativePackage, openNativeRig } from './testing/native-rig.ts';

const options = { deadlineMs: 1_000 };

test('describes devices, opens, transfers and closes', async () => {
  const { info, transport, calls, bus, listeners } = await openNativeRig();
  expect(info).toMatchObject({ key: 'bus 1 address 4', product: 'TM-T20II', serialNumber: null });
  expect(info.interfaces[0]).toMatchObject({ classCode: 7, endpoints: [{ number: 1, direction: 'out' }] });
  await transport.transferOut(1, Uint8Array.of(1, 2), options);
  expect([...(await transport.transferIn(2, 64, options))]).toEqual([0x12]);
  await transport.close();
  await expect(transport.transferIn(2, 64, options)).rejects.toMatchObject({ kind: 'gone' });
  expect(calls).toEqual(['open', 'claim 0', 'release 0', 'close']);
  await bus.close();
  expect(listeners.size).toBe(0);
});

test('a device is described once: when it leaves, nothing of it can be read any more', async () => {
  let present = true;
  const { bus, device, info, listeners } = await openNativeRig();
  const configurations = device.configurations;
  Object.defineProperty(device, 'configurations', {
    get() {
      if (present) return configurations;
      throw new Error('open error: device not found (errno 2)');
    },
  });
  const left: string[] = [];
  bus.onDetach(({ key }) => left.push(key));
  present = false;
  listeners.get('disconnect')?.({ device });
  expect(left).toEqual([info.key]);
  listeners.get('connect')?.({ device });
  expect(await bus.list()).toEqual([]);
});

test('a plug pulled and put back is told in that order, and once, when the package tells it the other way round', async () => {
  const { bus, device, info, transport, listeners } = await openNativeRig();
  const told: string[] = [];
  bus.onAttach(({ key }) => told.push(`attached ${key}`));
  bus.onDetach(({ key }) => told.push(`detached ${key}`));
  transport.onGone(() => told.push('gone'));
  const again = { ...device, handle: 'bus 1 address 5' };
  const elsewhere = { ...device, handle: 'bus 1 address 6', ports: [2, 1] };
  listeners.get('connect')?.({ device: elsewhere });
  listeners.get('connect')?.({ device: again });
  listeners.get('disconnect')?.({ device });
  expect(told).toEqual([
    `attached ${elsewhere.handle}`,
    'gone',
    `detached ${info.key}`,
    `attached ${again.handle}`,
  ]);
});

test('a device that may not be opened hides no other', async () => {
  const { usb, device } = createNativePackage();
  const locked = {
    ...device,
    handle: 'bus 1 address 5',
    get configurations(): NativeUsbDevice['configurations'] {
      throw new Error('open error: permission denied (errno 13)');
    },
  };
  const clock = createManualClock();
  const bus = await openNativeUsbBus({ usb: { ...usb, getDevices: async () => [locked, device] }, clock });
  expect((await bus.list()).map(({ key, interfaces }) => [key, interfaces.length])).toEqual([
    ['bus 1 address 5', 0],
    ['bus 1 address 4', 1],
  ]);
});

test('a machine without USB has an empty bus and no watch', async () => {
  const { usb, listeners } = createNativePackage();
  const bus = await openNativeUsbBus({
    usb: {
      ...usb,
      getDevices: async () => {
        throw new Error('getDevices error: /sys/bus/usb/devices/ not found (errno 2)');
      },
    },
    clock: createManualClock(),
  });
  expect(await bus.list()).toEqual([]);
  expect(listeners.size).toBe(0);
  await bus.close();
});
