/** The descriptors of a virtual device as bytes (USB 2.0, 9.6), for a kernel that asks for them. */
import type {
  ControlSetup,
  UsbEndpointInfo,
  UsbInterfaceInfo,
} from '../../../drivers/transport/usb-transport.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';

export const DESCRIPTOR = { device: 1, configuration: 2, string: 3, interface: 4, endpoint: 5 } as const;

/** GET_DESCRIPTOR for the first configuration. */
const CONFIGURATION_REQUEST: ControlSetup = {
  type: 'standard',
  recipient: 'device',
  request: 6,
  value: DESCRIPTOR.configuration << 8,
  index: 0,
};
/** US English, the one language our devices have names in. */
const LANGUAGE = 0x0409;
/** Control packets of a full-speed device. */
const CONTROL_PACKET_SIZE = 64;
/** How often an interrupt endpoint is asked, in milliseconds at full speed. */
const INTERRUPT_INTERVAL = 8;
const TRANSFER_TYPES = { isochronous: 1, bulk: 2, interrupt: 3 } as const;
/** Bus powered, 100 mA. */
const ATTRIBUTES = [0x80, 50] as const;

export interface DeviceDescriptors {
  readonly device: Uint8Array;
  readonly configuration: Uint8Array;
  /** Index 0 lists the languages; 1 to 3 are the names. */
  readonly strings: readonly Uint8Array[];
}

/** A device that knows its own configuration, as one with class descriptors does, is asked for it. */
export function describeDevice(device: VirtualUsbDevice): DeviceDescriptors {
  const { vendorId, productId, manufacturer, product, serialNumber, interfaces } = device.descriptor;
  const names = [manufacturer, product, serialNumber];
  const own = device.controlIn(CONFIGURATION_REQUEST);
  return {
    device: Uint8Array.from([
      ...[18, DESCRIPTOR.device, ...word(0x0110), 0, 0, 0, CONTROL_PACKET_SIZE],
      ...[...word(vendorId), ...word(productId), ...word(0x0100)],
      ...[...names.map((name, index) => (name === null ? 0 : index + 1)), 1],
    ]),
    configuration: own === 'stall' ? configurationDescriptor(interfaces) : own,
    strings: [
      Uint8Array.from([4, DESCRIPTOR.string, ...word(LANGUAGE)]),
      ...names.map((name) => text(name ?? '')),
    ],
  };
}

function configurationDescriptor(interfaces: readonly UsbInterfaceInfo[]): Uint8Array {
  const body = interfaces.flatMap((candidate) => [
    ...interfaceDescriptor(candidate),
    ...candidate.endpoints.flatMap(endpointDescriptor),
  ]);
  return Uint8Array.from([
    ...[9, DESCRIPTOR.configuration, ...word(9 + body.length), interfaces.length, 1, 0, ...ATTRIBUTES],
    ...body,
  ]);
}

function interfaceDescriptor({ number, classCode, subclassCode, protocolCode, endpoints }: UsbInterfaceInfo) {
  return [9, DESCRIPTOR.interface, number, 0, endpoints.length, classCode, subclassCode, protocolCode, 0];
}

function endpointDescriptor({ number, direction, type, packetSize }: UsbEndpointInfo) {
  const address = number | (direction === 'in' ? 0x80 : 0);
  const interval = type === 'interrupt' ? INTERRUPT_INTERVAL : 0;
  return [7, DESCRIPTOR.endpoint, address, TRANSFER_TYPES[type], ...word(packetSize), interval];
}

/** At most 126 characters fit: the length is one byte. */
function text(name: string): Uint8Array {
  const characters = Buffer.from(name.slice(0, 126), 'utf16le');
  return Uint8Array.from([characters.length + 2, DESCRIPTOR.string, ...characters]);
}

function word(value: number): [number, number] {
  return [value & 0xff, value >> 8];
}
