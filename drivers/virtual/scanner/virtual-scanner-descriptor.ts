import type { HidDeviceInfo } from '../../transport/hid-transport.ts';

/**
 * - `counted`: as Honeywell and many others lay the report out: byte count, AIM identifier, 56 bytes, a byte of flags
 * - `filled`: no byte count, zeros after the data, the flag as one bit before it, as the usage tables alone allow
 */
export type ScanningLayout = 'counted' | 'filled';
/** `trigger-only` tells the state of the trigger and no codes, as a scanner set to another mode does. */
export type ScannerLayout = ScanningLayout | 'trigger-only';

/** "Output redirection" of the counted scanner: until it is set to 1 the scanner types instead of reporting. */
export const REDIRECT_REPORT = 254;
export const SCAN_REPORT = 2;
/** A report that is no scan: the state of the trigger. */
export const TRIGGER_REPORT = 4;

const COUNTED = [
  [0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01], // page bar code scanner, usage bar code scanner, application collection
  [0x09, 0x12, 0xa1, 0x02, 0x85, SCAN_REPORT], // scanned data report, logical collection, number
  [0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x01], // bytes of 0 to 255
  [0x05, 0x01, 0x09, 0x3b, 0x81, 0x02], // generic desktop, byte count: input
  [0x05, 0x8c, 0x95, 0x03, 0x09, 0xfb, 0x09, 0xfc, 0x09, 0xfd, 0x81, 0x02], // symbology identifier 1 to 3
  [0x95, 0x38, 0x09, 0xfe, 0x82, 0x02, 0x01], // 56 bytes of decoded data: input, buffered
  [0x06, 0x66, 0xff, 0x95, 0x02, 0x09, 0x04, 0x09, 0x00, 0x81, 0x02], // two bytes of the maker's own
  [0x05, 0x8c, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x09, 0xff, 0x81, 0x02, 0xc0], // eight flags: continued
  [0x09, 0x14, 0xa1, 0x02, 0x85, TRIGGER_REPORT, 0x95, 0x08, 0x09, 0x61, 0x81, 0x02, 0xc0], // trigger state
  [0x06, 0x66, 0xff, 0x09, 0x03, 0xa1, 0x02, 0x85, REDIRECT_REPORT], // the maker's page, output redirection
  [0x75, 0x08, 0x95, 0x01, 0x09, 0x03, 0xb1, 0x02, 0xc0, 0xc0], // feature
];

const FILLED = [
  [0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x85, SCAN_REPORT, 0x15, 0x00],
  [0x25, 0x01, 0x75, 0x01, 0x95, 0x01, 0x09, 0xff, 0x81, 0x02], // one flag: continued
  [0x75, 0x07, 0x81, 0x03], // seven constant bits
  [0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x03, 0x19, 0xfb, 0x29, 0xfd, 0x81, 0x02], // identifier, as a range
  [0x95, 0x1b, 0x09, 0xfe, 0x82, 0x02, 0x01, 0xc0], // 27 bytes of decoded data
];

const TRIGGER_ONLY = [
  [0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01],
  [0x09, 0x14, 0xa1, 0x02, 0x85, TRIGGER_REPORT, 0x95, 0x08, 0x09, 0x61, 0x81, 0x02, 0xc0, 0xc0],
];

const DESCRIPTORS: Readonly<Record<ScannerLayout, Uint8Array>> = {
  counted: Uint8Array.from(COUNTED.flat()),
  filled: Uint8Array.from(FILLED.flat()),
  'trigger-only': Uint8Array.from(TRIGGER_ONLY.flat()),
};

/** Bytes a report carries, and bytes of the whole report with its number. */
export const REPORT_SIZES: Readonly<Record<ScannerLayout, { data: number; report: number }>> = {
  counted: { data: 56, report: 64 },
  filled: { data: 27, report: 32 },
  'trigger-only': { data: 0, report: 0 },
};

/** A bar code scanner with pid.codes' test number: it never passes for a product that exists. */
export function scannerDescriptor(layout: ScannerLayout, name: string): Omit<HidDeviceInfo, 'key'> {
  return {
    vendorId: 0x1209,
    productId: 0x0002,
    manufacturer: 'Anjungan',
    product: name,
    serialNumber: `VIRTUAL-${layout}`,
    collections: [{ usagePage: 0x8c, usage: 0x02 }],
    reportDescriptor: DESCRIPTORS[layout].slice(),
  };
}
