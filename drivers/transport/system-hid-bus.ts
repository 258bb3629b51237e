import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as hid from 'node-hid';
import type { Clock } from '../clock.ts';
import type { HidBus } from './hid-transport.ts';
import { openNativeHidBus } from './native-hid-bus.ts';
import type { UsbBus } from './usb-transport.ts';

/** HID_MAX_DESCRIPTOR_SIZE of the Linux kernel. */
const LONGEST_DESCRIPTOR = 4_096;

/**
 * The HID devices of this machine. What happens on the USB bus says when to look again. Loading the native library
 * waits until the first look, so that a machine without it gets a failed list and not a failed start.
 */
export function openSystemHidBus(clock: Clock, usb: Pick<UsbBus, 'onAttach' | 'onDetach'>): HidBus {
  return openNativeHidBus({
    hid,
    clock,
    watch(hint) {
      const stops = [usb.onAttach(hint), usb.onDetach(hint)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    readDescriptor: readHidrawDescriptor,
  });
}

/** Linux keeps the descriptor of `/dev/hidrawN` in sysfs; elsewhere there is none to be had. */
async function readHidrawDescriptor(path: string): Promise<Uint8Array | null> {
  const name = basename(path);
  if (!/^hidraw\d+$/.test(name)) return null;
  const bytes = await readFile(`/sys/class/hidraw/${name}/device/report_descriptor`);
  return bytes.length > 0 && bytes.length <= LONGEST_DESCRIPTOR ? Uint8Array.from(bytes) : null;
}
