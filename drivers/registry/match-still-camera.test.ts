import { expect, test } from 'vitest';
import type { UsbDeviceInfo } from '../transport/usb-transport.ts';
import { stillCameraDescriptor } from '../virtual/ptp/still-camera-descriptor.ts';
import { matchStillCamera } from './match-still-camera.ts';

const generic: UsbDeviceInfo = { key: '1', ...stillCameraDescriptor(512) };

test('any PTP camera is known by its class', () => {
  expect(matchStillCamera(generic)).toMatchObject({
    model: { name: 'USB PTP', driver: 'ptp' },
    interfaceNumber: 0,
    bulkIn: { number: 1, packetSize: 512 },
    bulkOut: { number: 2 },
    events: { number: 3, packetSize: 8 },
  });
});

test('another class, or an endpoint that is missing or carries nothing, is no still camera', () => {
  const changed = (change: Partial<UsbDeviceInfo['interfaces'][number]>) =>
    matchStillCamera({ ...generic, interfaces: generic.interfaces.map((one) => ({ ...one, ...change })) });
  expect(changed({ classCode: 0xff })).toBeNull();
  expect(changed({ protocolCode: 2 })).toBeNull();
  const [{ endpoints } = { endpoints: [] }] = generic.interfaces;
  for (const left of endpoints)
    expect(changed({ endpoints: endpoints.filter((one) => one !== left) })).toBeNull();
  expect(changed({ endpoints: endpoints.map((one) => ({ ...one, packetSize: 0 })) })).toBeNull();
});
