import { acceptHidBus } from '../../transport/hid-acceptance.ts';
import { createManualClock } from '../manual-clock.ts';
import { createVirtualHidBus } from './virtual-hid-bus.ts';
import type { VirtualHidDevice } from './virtual-hid-device.ts';

acceptHidBus(async () => {
  const clock = createManualClock();
  const bus = createVirtualHidBus(clock);
  let listener: (report: Uint8Array) => void = () => {};
  const device: VirtualHidDevice = {
    descriptor: {
      vendorId: 0x1209,
      productId: 2,
      manufacturer: null,
      product: null,
      serialNumber: null,
      collections: [{ usagePage: 0x8c, usage: 2 }],
      reportDescriptor: null,
    },
    onReport(heard) {
      listener = heard;
      return () => {
        listener = () => {};
      };
    },
    setFeature: (report) => (report[0] === 254 && report.length === 2 ? 'ack' : 'stall'),
    getFeature: () => 'stall',
    setOutput: () => 'stall',
    reset() {},
  };
  bus.plug(device);
  return {
    bus,
    hasFeatures: true,
    report: (bytes) => listener(bytes),
    pass: clock.advance,
    plug: () => bus.plug(device),
    unplug: () => bus.unplug(device),
  };
});
