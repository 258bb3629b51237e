import { type CardReaderModel, cardReaderModels } from './card-reader-models.ts';
import { type PrinterModel, printerModels } from './printer-models.ts';
import { type ScannerModel, scannerModels } from './scanner-models.ts';
import { type StillCameraModel, stillCameraModels } from './still-camera-models.ts';

/**
 * What the kiosk must be allowed to open, whatever kind of device it is. Each table of models is brought into this shape,
 * and rules for the operating system are written from it.
 */
export type DeviceAccess =
  | {
      readonly bus: 'usb';
      /** For the reader of the rules. */
      readonly name: string;
      readonly vendorId: number | null;
      readonly productId: number | null;
      /** Class, subclass and protocol of an interface the device must have; null where the numbers above say enough. */
      readonly interfaceClass: readonly [number, number, number] | null;
    }
  | {
      readonly bus: 'hid';
      readonly name: string;
      readonly vendorId: number | null;
      /** Usage page the report descriptor must begin with; null where the vendor says enough. */
      readonly usagePage: number | null;
    };

/** USB printer class, printers, bidirectional (USB printer class 1.1, 4.2.1). */
const PRINTER_CLASS = [7, 1, 2] as const;
/** Smart card class with bulk transfers (CCID 1.1, 4.2). */
const CARD_READER_CLASS = [0x0b, 0, 0] as const;
/** Still image class, PIMA 15740 over bulk-only (USB Still Image Capture Device Definition 1.0, 4.3). */
const STILL_CAMERA_CLASS = [6, 1, 1] as const;

export function printerAccess(models: readonly PrinterModel[] = printerModels): DeviceAccess[] {
  return models.map(usbAccess(PRINTER_CLASS));
}

export function cardReaderAccess(models: readonly CardReaderModel[] = cardReaderModels): DeviceAccess[] {
  return models.map(usbAccess(CARD_READER_CLASS));
}

export function stillCameraAccess(models: readonly StillCameraModel[] = stillCameraModels): DeviceAccess[] {
  return models.map(usbAccess(STILL_CAMERA_CLASS));
}

/** A driver that opens one interface of a class needs that class, whatever the numbers of the model are. */
function usbAccess(interfaceClass: readonly [number, number, number]) {
  return ({ name, match }: UsbModel): DeviceAccess => ({
    bus: 'usb',
    name,
    vendorId: match.vendorId ?? null,
    productId: match.productId ?? null,
    interfaceClass,
  });
}

/** What rows of USB devices have in common. */
interface UsbModel {
  readonly name: string;
  readonly match: { readonly vendorId?: number; readonly productId?: number };
}

export function scannerAccess(models: readonly ScannerModel[] = scannerModels): DeviceAccess[] {
  return models.map(({ name, match }) => ({
    bus: 'hid',
    name,
    vendorId: match.vendorId ?? null,
    // A maker's scanner is let in by its maker: its descriptor need not begin with the page.
    usagePage: match.vendorId === undefined ? match.usagePage : null,
  }));
}

/** Every device of every table. */
export function allDeviceAccess(): DeviceAccess[] {
  return [...printerAccess(), ...scannerAccess(), ...cardReaderAccess(), ...stillCameraAccess()];
}
