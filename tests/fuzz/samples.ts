/** Well-formed bytes that mutation starts from, made by the drivers' own encoders where there are any. */

import { encodeContainer, encodeMessage } from '../../drivers/ptp/container.ts';
import { EVENT, FORMAT, OPERATION, RESPONSE } from '../../drivers/ptp/ptp-codes.ts';
import { encodeReceipt } from '../../drivers/receipt-printer/encode-receipt.ts';
import { specimenVendorLine } from '../../drivers/virtual/ktp-el/specimen-vendor-line.ts';
import { printerDeviceId } from '../../drivers/virtual/printer/virtual-printer-descriptor.ts';
import { deviceInfo, handleArray, objectInfo } from '../../drivers/virtual/ptp/still-camera-datasets.ts';

export function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

/** 3 by 2 pixels: frame header, scan with a stuffed byte and a restart marker, end. */
export const JPEG = hex(
  'ffd8 ffe0 0010 4a46494600010100000100010000 ffdb 0004 0001 ffc0 000b 08 0002 0003 01 011100' +
    'ffda 0008 01 0100 00 3f 00 12ff0034 ffd0 56 ffd9',
);

const CAMERA = { partial: true, capture: true };
export const PTP_DEVICE_INFO = deviceInfo(CAMERA);
export const PTP_OBJECT_INFO = objectInfo(
  { name: 'SPES0001.JPG', format: FORMAT.exifJpeg, bytes: JPEG },
  JPEG.length,
);
export const PTP_HANDLES = handleArray([1, 2, 0x8000_0001]);
export const PTP_EVENT = encodeMessage('event', { code: EVENT.objectAdded, transaction: 3, parameters: [7] });
const PTP_OK = encodeMessage('response', { code: RESPONSE.ok, transaction: 3, parameters: [] });

export const PTP_COMMANDS = [
  encodeMessage('command', { code: OPERATION.openSession, transaction: 0, parameters: [1] }),
  encodeMessage('command', { code: OPERATION.initiateCapture, transaction: 1, parameters: [0, 0] }),
  encodeMessage('command', { code: OPERATION.getPartialObject, transaction: 1, parameters: [1, 0, 64] }),
];
export const PTP_CONTAINERS = [
  PTP_OK,
  encodeContainer('data', OPERATION.getDeviceInfo, 3, PTP_DEVICE_INFO),
  encodeContainer('data', OPERATION.getObject, 3, new Uint8Array(1_000)),
];

/** A card's answers until its photo is whole, each behind its length, as the KTP-el target takes them. */
export const KTP_ANSWERS = Uint8Array.from(
  [hex('08535045'), [], [], [0, JPEG.length, ...JPEG.subarray(0, 6)], JPEG.subarray(6)].flatMap((data) => [
    data.length + 2,
    ...data,
    0x90,
    0x00,
  ]),
);
export const KTP_COMMANDS = ['00a40000027f0a', '00a40000026ff2', '00b0000008'].map(hex);
export const VENDOR_LINE = new Uint8Array(Buffer.from(specimenVendorLine()));

export const RECEIPT = encodeReceipt(
  { blocks: [{ kind: 'text', text: 'SPESIMEN' }, { kind: 'qr', data: 'SPESIMEN' }, { kind: 'cut' }] },
  58,
);
export const DEVICE_ID = printerDeviceId(58);
