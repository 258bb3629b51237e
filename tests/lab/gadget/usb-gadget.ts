/** A gadget of the kernel's own on its software controller: a device that is not of our making, described in configfs. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GADGETS = '/sys/kernel/config/usb_gadget';
/** pid.codes' test number: it never passes for a product that exists. */
const VENDOR_ID = '0x1209';

/** As many as `dummy_hcd` is told to make. */
export type GadgetController = 0 | 1 | 2 | 3;

export interface UsbGadgetOptions {
  /** The kernel's controller it is on; one gadget at a time can be plugged in there. */
  readonly controller: GadgetController;
  readonly productId: string;
  readonly product: string;
  readonly serialNumber: string;
  /** The kernel's name for what it does: `printer`, `hid`. */
  readonly function: string;
  /** What that function is told, by the names of its files. */
  readonly settings: Readonly<Record<string, string | Uint8Array>>;
}

export interface UsbGadget {
  readonly serialNumber: string;
  /** Reads what the function tells of itself. */
  read(setting: string): string;
  plug(): void;
  /** Does nothing when it is out already. */
  unplug(): void;
}

/** Made once, it stays, plugged in or not. */
export function createUsbGadget(options: UsbGadgetOptions): UsbGadget {
  const { controller, serialNumber, settings } = options;
  const folder = join(GADGETS, serialNumber);
  const name = `${options.function}.${serialNumber}`;
  const write = (file: string, text: string) => writeFileSync(join(folder, file), `${text}\n`);
  for (const part of ['strings/0x409', 'configs/c.1', `functions/${name}`])
    mkdirSync(join(folder, part), { recursive: true });
  write('idVendor', VENDOR_ID);
  write('idProduct', options.productId);
  write('strings/0x409/manufacturer', 'Anjungan');
  write('strings/0x409/product', options.product);
  write('strings/0x409/serialnumber', serialNumber);
  for (const [setting, value] of Object.entries(settings))
    writeFileSync(join(folder, 'functions', name, setting), value);
  symlinkSync(join(folder, 'functions', name), join(folder, 'configs/c.1', name));
  const socket = join(folder, 'UDC');
  return {
    serialNumber,
    read: (setting) => readFileSync(join(folder, 'functions', name, setting), 'utf8').trim(),
    plug: () => writeFileSync(socket, `dummy_udc.${controller}\n`),
    unplug() {
      if (readFileSync(socket, 'utf8').trim() !== '') writeFileSync(socket, '\n');
    },
  };
}
