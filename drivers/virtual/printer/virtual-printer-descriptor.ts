import { PAPER, type PaperWidth } from '../../receipt-printer/paper-width.ts';
import type { VirtualUsbDevice } from '../usb/virtual-usb-device.ts';

export const ENDPOINT_OUT = 1;
export const ENDPOINT_IN = 2;

/** Full-speed bulk endpoints carry at most 64 bytes a packet (USB 2.0, 5.8.3). */
const PACKET_SIZE = 64;

/** A printer-class device with pid.codes' test number: it never passes for a product that exists. */
export function printerDescriptor(paperWidth: PaperWidth): VirtualUsbDevice['descriptor'] {
  return {
    vendorId: 0x1209,
    productId: 0x0001,
    manufacturer: 'Anjungan',
    product: `Virtual receipt printer ${paperWidth} mm`,
    serialNumber: `VIRTUAL-${paperWidth}`,
    interfaces: [
      {
        number: 0,
        classCode: 7,
        subclassCode: 1,
        protocolCode: 2,
        endpoints: [
          { number: ENDPOINT_OUT, direction: 'out', type: 'bulk', packetSize: PACKET_SIZE },
          { number: ENDPOINT_IN, direction: 'in', type: 'bulk', packetSize: PACKET_SIZE },
        ],
      },
    ],
  };
}

/** IEEE 1284 device id: two length bytes, themselves included, then keys and values. */
export function printerDeviceId(paperWidth: PaperWidth): Uint8Array {
  const text = `MFG:Anjungan;CMD:ESC/POS;MDL:Virtual ${PAPER[paperWidth].columns} columns;CLS:PRINTER;`;
  return Uint8Array.of(0, text.length + 2, ...Buffer.from(text, 'latin1'));
}
