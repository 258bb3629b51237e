/** The kernel's own printer gadget (usb_f_printer): a printer that is not of our making. */
import { createUsbGadget, type UsbGadget } from './usb-gadget.ts';

/** What the host reads with GET_DEVICE_ID. */
const DEVICE_ID = 'MFG:Anjungan;CMD:ESC/POS;MDL:Gadget;CLS:PRINTER;';

export interface PrinterGadget extends UsbGadget {
  /** The printer's end of it; exists while it is plugged in. */
  readonly path: string;
}

/** The gadget of this number; the kernel numbers their device files in the order they are made. */
export function createPrinterGadget(number: 0 | 1): PrinterGadget {
  const gadget = createUsbGadget({
    controller: number,
    productId: '0x0001',
    product: 'Gadget receipt printer',
    serialNumber: `PRINTER-${number}`,
    function: 'printer',
    settings: { pnp_string: `${DEVICE_ID}\n` },
  });
  return { ...gadget, path: `/dev/g_printer${number}` };
}
