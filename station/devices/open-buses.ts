import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import { createVirtualHidBus } from '../../drivers/virtual/hid/virtual-hid-bus.ts';
import { createVirtualUsbBus } from '../../drivers/virtual/usb/virtual-usb-bus.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from './driver-clock.ts';
import { openSystemBus, openSystemHid } from './system-bus.ts';

/** A kiosk whose USB cannot be reached still registers; it only prints nothing. */
export async function openBus(clock: Clock, failed: (error: unknown) => void): Promise<UsbBus> {
  try {
    return await openSystemBus(clock);
  } catch (error) {
    failed(error);
    return createVirtualUsbBus(driverClock(clock));
  }
}

/** A kiosk whose HID devices cannot be reached has no scanners that report; those that type still work. */
export async function openHid(clock: Clock, usb: UsbBus, failed: (error: unknown) => void): Promise<HidBus> {
  try {
    return await openSystemHid(clock, usb);
  } catch (error) {
    failed(error);
    return createVirtualHidBus(driverClock(clock));
  }
}
