import { usb } from 'usb';
import type { Clock } from '../clock.ts';
import { openNativeUsbBus } from './native-usb-bus.ts';
import type { UsbBus } from './usb-transport.ts';

/** The real USB bus of this machine; empty where there is none. */
export function openSystemUsbBus(clock: Clock): Promise<UsbBus> {
  return openNativeUsbBus({ usb, clock });
}
