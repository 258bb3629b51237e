/** The kernel's own HID gadget (usb_f_hid) with a report descriptor of ours. */
import { createUsbGadget, type GadgetController, type UsbGadget } from './usb-gadget.ts';

export interface HidGadgetOptions {
  readonly controller: GadgetController;
  readonly serialNumber: string;
  readonly product: string;
  readonly reportDescriptor: Uint8Array;
  /** Bytes of the longest report, its number included. */
  readonly reportLength: number;
}

export interface HidGadget extends UsbGadget {
  /** The device's end of it: reports go in, and what the host sets comes out; exists while it is plugged in. */
  readonly path: string;
}

/** What the host sets goes over the control endpoint, as with scanners: they have no output endpoint. */
const OVER_CONTROL_ENDPOINT = '1\n';

export function createHidGadget(options: HidGadgetOptions): HidGadget {
  const gadget = createUsbGadget({
    controller: options.controller,
    productId: '0x0002',
    product: options.product,
    serialNumber: options.serialNumber,
    function: 'hid',
    settings: {
      protocol: '0\n',
      subclass: '0\n',
      no_out_endpoint: OVER_CONTROL_ENDPOINT,
      report_length: `${options.reportLength}\n`,
      report_desc: options.reportDescriptor,
    },
  });
  // `dev` holds the number the kernel gave its device file, as major:minor.
  const [, minor] = gadget.read('dev').split(':');
  return { ...gadget, path: `/dev/hidg${minor}` };
}
