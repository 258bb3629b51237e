/** Requests of the USB still image class (USB Still Image Capture Device Definition 1.0, section 5.2). */
import type { ControlSetup } from '../transport/usb-transport.ts';
import { EVENT } from './ptp-codes.ts';

const CANCEL_REQUEST = 0x64;
const DEVICE_RESET = 0x66;
const GET_DEVICE_STATUS = 0x67;

/** Length and code, then the endpoints that are halted: two would be all a camera has to say. */
export const DEVICE_STATUS_LENGTH = 32;

/** 5.2.1: ends the transaction whose data or response is still due. */
export function cancelRequest(interfaceNumber: number): ControlSetup {
  return classRequest(CANCEL_REQUEST, interfaceNumber);
}

/** What CancelRequest sends: the code of the CancelTransaction event and the transaction id. */
export function cancelRequestData(transaction: number): Uint8Array {
  const bytes = new Uint8Array(6);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, EVENT.cancelTransaction, true);
  view.setUint32(2, transaction, true);
  return bytes;
}

/** 5.2.3: closes the session and returns the device to idle. */
export function deviceResetRequest(interfaceNumber: number): ControlSetup {
  return classRequest(DEVICE_RESET, interfaceNumber);
}

/** 5.2.4: answers while the bulk endpoints do not. */
export function deviceStatusRequest(interfaceNumber: number): ControlSetup {
  return classRequest(GET_DEVICE_STATUS, interfaceNumber);
}

export interface DeviceStatus {
  /** A response code, such as OK or Device_Busy. */
  readonly code: number;
  readonly haltedEndpoints: readonly number[];
}

/** Null when the length it starts with is not its own. */
export function decodeDeviceStatus(bytes: Uint8Array): DeviceStatus | null {
  if (bytes.length < 4 || bytes.length > DEVICE_STATUS_LENGTH) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(0, true) !== bytes.length || bytes.length % 4 !== 0) return null;
  const haltedEndpoints = Array.from({ length: bytes.length / 4 - 1 }, (_, index) =>
    view.getUint32(4 + 4 * index, true),
  );
  return { code: view.getUint16(2, true), haltedEndpoints };
}

function classRequest(request: number, interfaceNumber: number): ControlSetup {
  return { type: 'class', recipient: 'interface', request, value: 0, index: interfaceNumber };
}
