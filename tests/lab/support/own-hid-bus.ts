import type { HidBus, HidDeviceInfo } from '../../../drivers/transport/hid-transport.ts';
import { openSystemHidBus } from '../../../drivers/transport/system-hid-bus.ts';
import { openSystemUsbBus } from '../../../drivers/transport/system-usb-bus.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';

/** The kernel's HID devices as if there were none but those of one test, which carry these serial numbers. */
export async function openOwnHidBus(serialNumbers: readonly string[]): Promise<HidBus> {
  const clock = driverClock(createSystemClock());
  const usb = await openSystemUsbBus(clock);
  const bus = openSystemHidBus(clock, usb);
  const isOwn = (device: HidDeviceInfo) => serialNumbers.includes(device.serialNumber ?? '');
  const only = (listener: (device: HidDeviceInfo) => void) => (device: HidDeviceInfo) => {
    if (isOwn(device)) listener(device);
  };
  return {
    ...bus,
    list: async () => (await bus.list()).filter(isOwn),
    onAttach: (listener) => bus.onAttach(only(listener)),
    onDetach: (listener) => bus.onDetach(only(listener)),
    async close() {
      await bus.close();
      await usb.close();
    },
  };
}
