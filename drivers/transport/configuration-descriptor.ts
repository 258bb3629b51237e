import { TransportError } from './transport-error.ts';
import type { ControlSetup, TransferOptions, UsbTransport } from './usb-transport.ts';

/** GET_DESCRIPTOR for the first configuration (USB 2.0, 9.4.3; descriptor type 2, table 9-5). */
export const GET_CONFIGURATION_DESCRIPTOR: ControlSetup = {
  type: 'standard',
  recipient: 'device',
  request: 6,
  value: 0x0200,
  index: 0,
};

/** The configuration descriptor itself; its wTotalLength counts everything that follows (USB 2.0, table 9-10). */
const HEAD_LENGTH = 9;
/** Far more than any reader or camera describes; a device that claims more is not believed. */
const MOST_BYTES = 4_096;

/**
 * The first configuration with its interface, endpoint and class descriptors, in the order the device gives them.
 * Fails with a `TransportError`; `protocol` when the device contradicts itself.
 */
export async function readConfiguration(
  transport: UsbTransport,
  options: TransferOptions,
): Promise<Uint8Array> {
  const head = await transport.controlIn(GET_CONFIGURATION_DESCRIPTOR, HEAD_LENGTH, options);
  const total = (head[2] ?? 0) | ((head[3] ?? 0) << 8);
  if (head.length !== HEAD_LENGTH || head[0] !== HEAD_LENGTH || head[1] !== 2 || total > MOST_BYTES) {
    throw new TransportError('protocol', 'The device gave no configuration descriptor');
  }
  const whole = await transport.controlIn(GET_CONFIGURATION_DESCRIPTOR, total, options);
  if (whole.length !== total) {
    throw new TransportError('protocol', `The device gave ${whole.length} of ${total} descriptor bytes`);
  }
  return whole;
}

/** The descriptors in a configuration, one each; ends at the first whose length makes no sense. */
export function splitDescriptors(configuration: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < configuration.length; ) {
    const length = configuration[offset] ?? 0;
    if (length < 2 || offset + length > configuration.length) break;
    parts.push(configuration.subarray(offset, offset + length));
    offset += length;
  }
  return parts;
}
