import { createListeners } from '../../listeners.ts';
import { GET_CONFIGURATION_DESCRIPTOR } from '../../transport/configuration-descriptor.ts';
import type { ControlSetup, UsbInterfaceInfo } from '../../transport/usb-transport.ts';
import type { VirtualUsbDevice } from './virtual-usb-device.ts';

/** One function of a composite device: a device of its own with a single interface 0. */
interface Part {
  readonly device: VirtualUsbDevice;
  readonly interfaceNumber: number;
  /** Added to every endpoint number of the part, so that no two parts share one. */
  readonly endpointOffset: number;
}

const HEAD_LENGTH = 9;

/**
 * One device with several functions, each an interface, as a reader with an antenna and a slot has them. It takes its
 * numbers and strings from the first. Requests to an interface reach the part that has it.
 */
export function createCompositeUsbDevice(devices: readonly VirtualUsbDevice[]): VirtualUsbDevice {
  const [first] = devices;
  if (!first) throw new RangeError('A composite device has at least one part');
  const parts: Part[] = [];
  for (const device of devices) {
    const last = parts.at(-1);
    const endpointOffset = last ? last.endpointOffset + highestEndpoint(last.device) : 0;
    parts.push({ device, interfaceNumber: parts.length, endpointOffset });
  }
  const ready = createListeners<void>();
  for (const { device } of parts) device.onReady(ready.emit);

  return {
    descriptor: { ...first.descriptor, interfaces: parts.map(interfaceOf) },
    controlIn(setup) {
      if (isConfigurationRequest(setup)) return configuration();
      const part = partOf(setup);
      return part ? part.device.controlIn({ ...setup, index: 0 }) : 'stall';
    },
    controlOut(setup, bytes) {
      const part = partOf(setup);
      return part ? part.device.controlOut({ ...setup, index: 0 }, bytes) : 'stall';
    },
    packetOut(endpoint, packet) {
      const part = owner(endpoint);
      return part ? part.device.packetOut(endpoint - part.endpointOffset, packet) : 'stall';
    },
    packetIn(endpoint) {
      const part = owner(endpoint);
      return part ? part.device.packetIn(endpoint - part.endpointOffset) : 'stall';
    },
    onReady: ready.add,
    losePower() {
      for (const part of parts) part.device.losePower?.();
    },
  };

  function partOf(setup: ControlSetup): Part | undefined {
    return setup.recipient === 'interface' ? parts[setup.index & 0xff] : undefined;
  }

  function owner(endpoint: number): Part | undefined {
    return parts.findLast((part) => endpoint > part.endpointOffset);
  }

  function configuration(): Uint8Array | 'stall' {
    const bodies: number[] = [];
    for (const part of parts) {
      const bytes = part.device.controlIn(GET_CONFIGURATION_DESCRIPTOR);
      if (bytes === 'stall') return 'stall';
      bodies.push(...renumber(bytes.slice(HEAD_LENGTH), part));
    }
    const total = HEAD_LENGTH + bodies.length;
    return Uint8Array.of(HEAD_LENGTH, 2, total & 0xff, total >> 8, parts.length, 1, 0, 0x80, 50, ...bodies);
  }
}

function isConfigurationRequest({ type, recipient, request, value }: ControlSetup): boolean {
  const wanted = GET_CONFIGURATION_DESCRIPTOR;
  return (
    type === wanted.type &&
    recipient === wanted.recipient &&
    request === wanted.request &&
    value === wanted.value
  );
}

function highestEndpoint(device: VirtualUsbDevice): number {
  return Math.max(...device.descriptor.interfaces.flatMap(({ endpoints }) => endpoints.map((e) => e.number)));
}

function interfaceOf(part: Part): UsbInterfaceInfo {
  const [only] = part.device.descriptor.interfaces;
  if (!only) throw new RangeError('A part of a composite device has one interface');
  const endpoints = only.endpoints.map((endpoint) => ({
    ...endpoint,
    number: endpoint.number + part.endpointOffset,
  }));
  return { ...only, number: part.interfaceNumber, endpoints };
}

/** Moves a part's interface (descriptor type 4) and endpoint (type 5) descriptors to their numbers in the whole. */
function renumber(bytes: Uint8Array, part: Part): Uint8Array {
  for (let offset = 0; offset < bytes.length; offset += Math.max(2, bytes[offset] ?? 0)) {
    if (bytes[offset + 1] === 4) bytes[offset + 2] = part.interfaceNumber;
    if (bytes[offset + 1] === 5) bytes[offset + 2] = (bytes[offset + 2] ?? 0) + part.endpointOffset;
  }
  return bytes;
}
