import type { HidBus } from '../../drivers/transport/hid-transport.ts';
import type { UsbBus } from '../../drivers/transport/usb-transport.ts';
import type { Clock } from '../clock/clock.ts';
import { driverClock } from './driver-clock.ts';

/** The machine's own USB bus. Loaded only when asked for, because the native package opens the bus by being loaded. */
export async function openSystemBus(clock: Clock): Promise<UsbBus> {
  const { openSystemUsbBus } = await import('../../drivers/transport/system-usb-bus.ts');
  return await openSystemUsbBus(driverClock(clock));
}

/** The machine's HID devices; what happens on the USB bus says when to look for them again. */
export async function openSystemHid(clock: Clock, usb: UsbBus): Promise<HidBus> {
  const { openSystemHidBus } = await import('../../drivers/transport/system-hid-bus.ts');
  return openSystemHidBus(driverClock(clock), usb);
}
