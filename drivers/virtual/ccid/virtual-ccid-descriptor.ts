import type { VirtualUsbDevice } from '../usb/virtual-usb-device.ts';

export const ENDPOINT_OUT = 1;
export const ENDPOINT_IN = 2;
export const ENDPOINT_INTERRUPT = 3;
/** Full-speed bulk endpoints carry at most 64 bytes a packet (USB 2.0, 5.8.3). */
export const PACKET_SIZE = 64;
/** Slot changes of up to 28 slots. */
const INTERRUPT_PACKET_SIZE = 8;

export interface VirtualCcidTraits {
  /** `character` only describes itself so: there is nothing more such a reader could do here. */
  readonly level: 'character' | 'tpdu' | 'short-apdu' | 'extended-apdu';
  /** Voltage, parameters, PPS and IFSD are the reader's affair; otherwise the host's. */
  readonly automatic: boolean;
  readonly slots: number;
  readonly interruptEndpoint: boolean;
  readonly maximumMessageLength: number;
}

/** A short APDU and the header, as most readers have it. */
const SHORT_MESSAGE = 271;
/** As the Omnikey 5022 has it. */
const EXTENDED_MESSAGE = 520;

/** A reader of one slot that takes extended APDUs and does everything by itself, where nothing else is said. */
export function ccidTraits(traits: Partial<VirtualCcidTraits>): VirtualCcidTraits {
  const level = traits.level ?? 'extended-apdu';
  return {
    level,
    automatic: traits.automatic ?? true,
    slots: traits.slots ?? 1,
    interruptEndpoint: traits.interruptEndpoint ?? true,
    maximumMessageLength:
      traits.maximumMessageLength ?? (level === 'extended-apdu' ? EXTENDED_MESSAGE : SHORT_MESSAGE),
  };
}

/** dwFeatures (CCID 1.1, table 5.1-1): clock and baud rate follow the parameters in either case. */
const MANUAL = 0x30;
const AUTOMATIC = 0x4ba;
const LEVELS: Readonly<Record<VirtualCcidTraits['level'], number>> = {
  character: 0,
  tpdu: 0x10000,
  'short-apdu': 0x20000,
  'extended-apdu': 0x40000,
};
/** Hertz the virtual reader clocks contact cards with, and the bits per second it can reach. */
const CLOCK_KILOHERTZ = 4_800;
const MAXIMUM_DATA_RATE = 412_903;
export const READER_IFSD = 254;

/** A CCID device with pid.codes' test number: it never passes for a product that exists. */
export function ccidDescriptor(traits: VirtualCcidTraits): VirtualUsbDevice['descriptor'] {
  const interrupt = {
    number: ENDPOINT_INTERRUPT,
    direction: 'in',
    type: 'interrupt',
    packetSize: INTERRUPT_PACKET_SIZE,
  } as const;
  return {
    vendorId: 0x1209,
    productId: 0x0002,
    manufacturer: 'Anjungan',
    product: `Virtual card reader ${traits.level}`,
    serialNumber: `VIRTUAL-${traits.level}`,
    interfaces: [
      {
        number: 0,
        classCode: 0x0b,
        subclassCode: 0,
        protocolCode: 0,
        endpoints: [
          { number: ENDPOINT_OUT, direction: 'out', type: 'bulk', packetSize: PACKET_SIZE },
          { number: ENDPOINT_IN, direction: 'in', type: 'bulk', packetSize: PACKET_SIZE },
          ...(traits.interruptEndpoint ? [interrupt] : []),
        ],
      },
    ],
  };
}

/** The whole configuration: itself, interface, class descriptor, endpoints (USB 2.0, 9.6). */
export function ccidConfiguration(traits: VirtualCcidTraits): Uint8Array {
  const endpoints = ccidDescriptor(traits).interfaces.flatMap((one) => one.endpoints);
  const body = [
    ...[9, 4, 0, 0, endpoints.length, 0x0b, 0, 0, 0],
    ...ccidClassDescriptor(traits),
    ...endpoints.flatMap(({ number, direction, type, packetSize }) => [
      ...[7, 5, number | (direction === 'in' ? 0x80 : 0), type === 'bulk' ? 2 : 3],
      ...[packetSize, 0, type === 'bulk' ? 0 : 16],
    ]),
  ];
  const total = 9 + body.length;
  return Uint8Array.of(9, 2, total & 0xff, total >> 8, 1, 1, 0, 0x80, 50, ...body);
}

/** CCID 1.1, table 5.1-1. */
export function ccidClassDescriptor(traits: VirtualCcidTraits): Uint8Array {
  const features = (traits.automatic ? AUTOMATIC : MANUAL) | LEVELS[traits.level];
  return Uint8Array.from([
    ...[54, 0x21, 0x10, 0x01, traits.slots - 1, 0x07],
    ...long(3),
    ...long(CLOCK_KILOHERTZ),
    ...[...long(CLOCK_KILOHERTZ), 0],
    ...long(12_903),
    ...[...long(MAXIMUM_DATA_RATE), 0],
    ...long(READER_IFSD),
    ...[...long(0), ...long(0)],
    ...long(features),
    ...long(traits.maximumMessageLength),
    ...[0xff, 0xff, 0, 0, 0, 1],
  ]);
}

function long(value: number): readonly number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff];
}
