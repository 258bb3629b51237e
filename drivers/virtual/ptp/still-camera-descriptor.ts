import type { VirtualUsbDevice } from '../usb/virtual-usb-device.ts';

export const ENDPOINT_IN = 1;
export const ENDPOINT_OUT = 2;
export const ENDPOINT_EVENTS = 3;
export const MODEL = 'Virtual still camera';

/** Bulk endpoints carry 512 bytes a packet at high speed, 64 at full speed (USB 2.0, 5.8.3). */
export type BulkPacketSize = 64 | 512;
/** Shorter than most events, as on several cameras: an event comes in two packets. */
export const EVENT_PACKET_SIZE = 8;

/** A still-image-class device with a test number of pid.codes: it never passes for a product that exists. */
export function stillCameraDescriptor(packetSize: BulkPacketSize): VirtualUsbDevice['descriptor'] {
  return {
    vendorId: 0x1209,
    productId: 0x0002,
    manufacturer: 'Anjungan',
    product: MODEL,
    serialNumber: 'VIRTUAL-PTP',
    interfaces: [
      {
        number: 0,
        classCode: 6,
        subclassCode: 1,
        protocolCode: 1,
        endpoints: [
          { number: ENDPOINT_IN, direction: 'in', type: 'bulk', packetSize },
          { number: ENDPOINT_OUT, direction: 'out', type: 'bulk', packetSize },
          {
            number: ENDPOINT_EVENTS,
            direction: 'in',
            type: 'interrupt',
            packetSize: EVENT_PACKET_SIZE,
          },
        ],
      },
    ],
  };
}
