/** Requests of the USB printer class (USB Device Class Definition for Printing Devices 1.1, section 4.2). */
import type { ControlSetup } from '../transport/usb-transport.ts';

export function getDeviceIdRequest(interfaceNumber: number): ControlSetup {
  // wIndex carries interface and alternate setting here, the interface in the high byte (4.2.1).
  return { type: 'class', recipient: 'interface', request: 0, value: 0, index: interfaceNumber << 8 };
}

export function getPortStatusRequest(interfaceNumber: number): ControlSetup {
  return { type: 'class', recipient: 'interface', request: 1, value: 0, index: interfaceNumber };
}

/** Flushes the printer's buffers and returns its pipes to their default states (4.2.3). */
export function softResetRequest(interfaceNumber: number): ControlSetup {
  return { type: 'class', recipient: 'interface', request: 2, value: 0, index: interfaceNumber };
}

export interface PortStatus {
  readonly paperEmpty: boolean;
  readonly selected: boolean;
  readonly error: boolean;
}

/** Table 4-3: bit 5 paper empty, bit 4 selected, bit 3 no error. Null when it is not one byte. */
export function decodePortStatus(bytes: Uint8Array): PortStatus | null {
  const [byte] = bytes;
  if (byte === undefined || bytes.length !== 1) return null;
  return {
    paperEmpty: (byte & 0x20) !== 0,
    selected: (byte & 0x10) !== 0,
    error: (byte & 0x08) === 0,
  };
}

/**
 * The IEEE 1284 device id as key and value pairs, such as `MFG` and `MDL`. The first two bytes are the length,
 * themselves included, big-endian; null when it disagrees with what came.
 */
export function decodeDeviceId(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  if (bytes.length < 2) return null;
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (length < 2 || length > bytes.length) return null;
  const text = String.fromCharCode(...bytes.subarray(2, length));
  const fields = text.split(';').flatMap((field) => {
    const colon = field.indexOf(':');
    return colon > 0 ? [[field.slice(0, colon).trim(), field.slice(colon + 1).trim()] as const] : [];
  });
  return new Map(fields);
}
