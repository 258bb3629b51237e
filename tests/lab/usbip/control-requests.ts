import type { ControlSetup } from '../../../drivers/transport/usb-transport.ts';
import type { VirtualUsbDevice } from '../../../drivers/virtual/usb/virtual-usb-device.ts';
import { DESCRIPTOR, type DeviceDescriptors } from './device-descriptors.ts';

/** Standard requests (USB 2.0, table 9-4). */
const GET_STATUS = 0;
const CLEAR_FEATURE = 1;
const GET_DESCRIPTOR = 6;
const GET_CONFIGURATION = 8;
const SET_CONFIGURATION = 9;
const GET_INTERFACE = 10;
const SET_INTERFACE = 11;

const TYPES = ['standard', 'class', 'vendor'] as const;
const RECIPIENTS = ['device', 'interface', 'endpoint'] as const;

interface SetupPacket extends Omit<ControlSetup, 'recipient'> {
  readonly recipient: (typeof RECIPIENTS)[number];
  readonly direction: 'in' | 'out';
}

/** Null where reserved bits are set. */
export function decodeSetup(bytes: Uint8Array): SetupPacket | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint8(0);
  const type = TYPES[(first >> 5) & 3];
  const recipient = RECIPIENTS[first & 31];
  if (!type || !recipient) return null;
  return {
    direction: first & 0x80 ? 'in' : 'out',
    type,
    recipient,
    request: view.getUint8(1),
    value: view.getUint16(2, true),
    index: view.getUint16(4, true),
  };
}

/**
 * Answers a control transfer: what every device must know is answered here, the rest by the virtual device, which
 * never hears of standard requests on a real host either. Bytes for direction in, 'ack' for out.
 */
export function answerControl(
  device: VirtualUsbDevice,
  descriptors: DeviceDescriptors,
  setup: Uint8Array,
  bytes: Uint8Array,
): Uint8Array | 'ack' | 'stall' {
  const packet = decodeSetup(setup);
  if (!packet) return 'stall';
  const { direction, recipient, ...rest } = packet;
  if (rest.type === 'standard') {
    const answer = direction === 'in' ? standardIn(descriptors, packet) : standardOut(packet);
    if (answer !== 'unknown') return answer;
  }
  // No driver of ours asks an endpoint for more than the standard requests.
  if (recipient === 'endpoint') return 'stall';
  const request: ControlSetup = { ...rest, recipient };
  return direction === 'in' ? device.controlIn(request) : device.controlOut(request, bytes);
}

function standardIn(descriptors: DeviceDescriptors, packet: SetupPacket): Uint8Array | 'stall' | 'unknown' {
  if (packet.request === GET_STATUS) return Uint8Array.of(0, 0);
  if (packet.request === GET_CONFIGURATION) return Uint8Array.of(1);
  if (packet.request === GET_INTERFACE) return Uint8Array.of(0);
  if (packet.request !== GET_DESCRIPTOR || packet.recipient !== 'device') return 'unknown';
  const [type, index] = [packet.value >> 8, packet.value & 0xff];
  if (type === DESCRIPTOR.device) return descriptors.device;
  if (type === DESCRIPTOR.configuration && index === 0) return descriptors.configuration;
  return (type === DESCRIPTOR.string ? descriptors.strings[index] : undefined) ?? 'stall';
}

function standardOut({ request, value }: SetupPacket): 'ack' | 'stall' | 'unknown' {
  if (request === CLEAR_FEATURE) return 'ack';
  if (request === SET_CONFIGURATION) return value <= 1 ? 'ack' : 'stall';
  if (request === SET_INTERFACE) return value === 0 ? 'ack' : 'stall';
  return 'unknown';
}
