import { createManualClock } from '../../virtual/manual-clock.ts';
import type { NativeUsb, NativeUsbDevice, NativeUsbEvent } from '../native-usb.ts';
import { openNativeUsbBus } from '../native-usb-bus.ts';

/** A stand-in for the `usb` package with one printer; failures are worded as the package words them. */
export function createNativePackage(change: Partial<NativeUsbDevice> = {}) {
  const calls: string[] = [];
  const listeners = new Map<string, (event: NativeUsbEvent) => void>();
  const record = async (call: string) => void calls.push(call);
  const device: NativeUsbDevice = {
    handle: 'bus 1 address 4',
    bus: '1',
    ports: [2],
    vendorId: 0x04b8,
    productId: 0x0202,
    productName: 'TM-T20II',
    configurations: [
      {
        configurationValue: 1,
        interfaces: [
          {
            interfaceNumber: 0,
            alternate: {
              interfaceClass: 7,
              interfaceSubclass: 1,
              interfaceProtocol: 2,
              endpoints: [{ endpointNumber: 1, direction: 'out', type: 'bulk', packetSize: 64 }],
            },
          },
        ],
      },
    ],
    open: () => record('open'),
    close: () => record('close'),
    claimInterface: (number) => record(`claim ${number}`),
    releaseInterface: (number) => record(`release ${number}`),
    detachKernelDriver: (number) => record(`detach ${number}`),
    reset: () => record('reset'),
    clearHalt: (direction, endpoint) => record(`clear ${direction} ${endpoint}`),
    nativeControlTransferIn: async (_setup, _timeout, length) => new Uint8Array(length),
    nativeControlTransferOut: async () => 0,
    nativeTransferIn: async () => Uint8Array.of(0x12),
    nativeTransferOut: async (_endpoint, _timeout, data) => data.length,
    ...change,
  };
  const usb: NativeUsb = {
    getDevices: async () => [device],
    addEventListener: (type, listener) => void listeners.set(type, listener),
    removeEventListener: (type) => void listeners.delete(type),
  };
  return { usb, device, calls, listeners };
}

/** Opens its one device; `driver` is what the kernel says holds the interface. */
export async function openNativeRig(change: Partial<NativeUsbDevice> = {}, driver: string | null = null) {
  const rig = createNativePackage(change);
  const clock = createManualClock();
  const bus = await openNativeUsbBus({ usb: rig.usb, clock, boundDriver: async () => driver });
  const [info] = await bus.list();
  if (!info) throw new Error('No device');
  return { ...rig, clock, bus, info, transport: await bus.open(info, 0) };
}
