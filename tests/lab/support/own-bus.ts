import { openSystemUsbBus } from '../../../drivers/transport/system-usb-bus.ts';
import type { UsbBus, UsbDeviceInfo } from '../../../drivers/transport/usb-transport.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';

/** The kernel's bus as if nothing were on it but the devices of one test, which carry this serial number. */
export async function openOwnBus(serialNumber: string): Promise<UsbBus> {
  const bus = await openSystemUsbBus(driverClock(createSystemClock()));
  const isOwn = (device: UsbDeviceInfo) => device.serialNumber === serialNumber;
  const only = (listener: (device: UsbDeviceInfo) => void) => (device: UsbDeviceInfo) => {
    if (isOwn(device)) listener(device);
  };
  return {
    ...bus,
    list: async () => (await bus.list()).filter(isOwn),
    onAttach: (listener) => bus.onAttach(only(listener)),
    onDetach: (listener) => bus.onDetach(only(listener)),
  };
}
