import { SCANNER_PAGE } from '../hid-pos/scan-layout.ts';

/**
 * Bar code scanners we know, as data. The first row that matches a device wins, so makers stand above the whole class.
 * Only scanners set to "USB HID POS" (some manuals: "HID bar code scanner") are these; one set to "keyboard" types its
 * codes, which the faces recognise by themselves.
 */
export interface ScannerModel {
  /** Shown to the officer. */
  readonly name: string;
  readonly driver: 'hid-pos';
  readonly match: ScannerMatch;
}

export interface ScannerMatch {
  readonly vendorId?: number;
  /** Usage page of the top-level collection that scans come from. */
  readonly usagePage: number;
}

/** Metrologic, Hand Held Products and Honeywell scanners share Metrologic's number (USB-IF vendor list). */
const HONEYWELL = 0x0c2e;
/** Symbol Technologies, now Zebra. */
const ZEBRA = 0x05e0;
const NEWLAND = 0x1eab;

export const scannerModels: readonly ScannerModel[] = [
  { name: 'Honeywell', driver: 'hid-pos', match: { vendorId: HONEYWELL, usagePage: SCANNER_PAGE } },
  { name: 'Zebra', driver: 'hid-pos', match: { vendorId: ZEBRA, usagePage: SCANNER_PAGE } },
  { name: 'Newland', driver: 'hid-pos', match: { vendorId: NEWLAND, usagePage: SCANNER_PAGE } },
  { name: 'USB HID POS', driver: 'hid-pos', match: { usagePage: SCANNER_PAGE } },
];
