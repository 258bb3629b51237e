/**
 * Receipt printers we know, as data. The first row that matches a device wins, so exact models stand
 * above whole classes. Matching, the driver's quirks and udev rules all come from this table.
 */
export interface PrinterModel {
  /** Shown to the officer. */
  readonly name: string;
  readonly driver: 'escpos';
  readonly match: PrinterMatch;
}

export interface PrinterMatch {
  readonly vendorId?: number;
  readonly productId?: number;
  /** Matches the product string the device reports, where several models share one product number. */
  readonly product?: RegExp;
}

/** Seiko Epson Corporation (USB-IF vendor list). */
const EPSON = 0x04b8;

export const printerModels: readonly PrinterModel[] = [
  { name: 'Epson TM-T20', driver: 'escpos', match: { vendorId: EPSON, product: /TM-T20/i } },
  { name: 'Epson TM-T82', driver: 'escpos', match: { vendorId: EPSON, product: /TM-T82/i } },
  { name: 'Epson TM-T88', driver: 'escpos', match: { vendorId: EPSON, product: /TM-T88/i } },
  // 0202 is what Epson receipt printers of many models report until their interface board is configured.
  { name: 'Epson TM', driver: 'escpos', match: { vendorId: EPSON, productId: 0x0202 } },
  { name: 'Epson TM-T20', driver: 'escpos', match: { vendorId: EPSON, productId: 0x0e03 } },
  { name: 'Epson TM-T20II', driver: 'escpos', match: { vendorId: EPSON, productId: 0x0e15 } },
  { name: 'Epson TM-T82III', driver: 'escpos', match: { vendorId: EPSON, productId: 0x0e27 } },
  { name: 'Epson TM-T20III', driver: 'escpos', match: { vendorId: EPSON, productId: 0x0e28 } },
  { name: 'USB ESC/POS', driver: 'escpos', match: {} },
];
