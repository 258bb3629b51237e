import { readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NativeUsbDevice } from './native-usb.ts';

/** What Linux calls the driver of an interface that a program holds. */
export const HELD_BY_PROGRAM = 'usbfs';

/**
 * The kernel driver bound to an interface, from Linux's sysfs (`bus-port.port:configuration.interface`); null where
 * there is none or no sysfs. Interfaces are those of the first configuration, the one our devices have.
 */
export async function readBoundDriver(
  device: NativeUsbDevice,
  interfaceNumber: number,
): Promise<string | null> {
  const configuration = device.configurations[0]?.configurationValue ?? 1;
  const place = `${Number(device.bus)}-${device.ports.join('.')}:${configuration}.${interfaceNumber}`;
  try {
    return basename(await readlink(`/sys/bus/usb/devices/${place}/driver`));
  } catch {
    return null;
  }
}
