/**
 * Messages of the USB/IP protocol once a device is attached (Linux kernel documentation, usb/usbip_protocol): 48 bytes
 * big-endian, then the bytes of the transfer where there are any. Isochronous transfers are not for our devices.
 */
export const HEADER_BYTES = 48;

/** Longest transfer the kernel may ask for; usbfs itself allows 16 MB, our drivers use a few kilobytes. */
export const MOST_TRANSFER_BYTES = 1024 * 1024;

const CMD_SUBMIT = 1;
const CMD_UNLINK = 2;
const RET_SUBMIT = 3;
const RET_UNLINK = 4;

export interface SubmitCommand {
  readonly kind: 'submit';
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  readonly endpoint: number;
  /** Bytes asked for (in) or sent (out). */
  readonly length: number;
  /** The eight bytes of a control transfer's setup packet, as they go over the wire. */
  readonly setup: Uint8Array;
  /** Empty for direction in. */
  readonly bytes: Uint8Array;
}

export interface UnlinkCommand {
  readonly kind: 'unlink';
  readonly sequence: number;
  /** The submit to give up. */
  readonly unlinked: number;
}

export type UsbIpCommand = SubmitCommand | UnlinkCommand;

/** Linux errno values a device side may answer with, negative as in the protocol. */
export const STATUS = { ok: 0, stall: -32, overflow: -75, unlinked: -104 } as const;
export type UsbIpStatus = (typeof STATUS)[keyof typeof STATUS];

/** The kernel sent what the protocol does not allow; the connection cannot go on. */
export class UsbIpError extends Error {
  override readonly name = 'UsbIpError';
}

/** The header alone tells how many bytes follow. Throws `UsbIpError`. */
export function decodeHeader(header: Uint8Array): { command: UsbIpCommand; follow: number } {
  if (header.length !== HEADER_BYTES)
    throw new UsbIpError(`Expected ${HEADER_BYTES} bytes, got ${header.length}`);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const kind = view.getUint32(0);
  const sequence = view.getUint32(4);
  if (kind === CMD_UNLINK) {
    return { command: { kind: 'unlink', sequence, unlinked: view.getUint32(20) }, follow: 0 };
  }
  if (kind !== CMD_SUBMIT) throw new UsbIpError(`Unknown command ${kind}`);
  const direction = view.getUint32(12);
  const endpoint = view.getUint32(16);
  const length = view.getUint32(24);
  if (direction > 1) throw new UsbIpError(`Unknown direction ${direction}`);
  if (endpoint > 15) throw new UsbIpError(`Unknown endpoint ${endpoint}`);
  if (length > MOST_TRANSFER_BYTES) throw new UsbIpError(`A transfer of ${length} bytes`);
  return {
    command: {
      kind: 'submit',
      sequence,
      direction: direction === 1 ? 'in' : 'out',
      endpoint,
      length,
      setup: Uint8Array.from(header.subarray(40, 48)),
      bytes: new Uint8Array(),
    },
    follow: direction === 1 ? 0 : length,
  };
}

/**
 * The end of a submitted transfer. `moved` is how many bytes the device took (out); for direction in the bytes
 * themselves say so and follow the header.
 */
export function encodeSubmitReturn(
  command: SubmitCommand,
  status: UsbIpStatus,
  moved: Uint8Array | number,
): Uint8Array {
  const bytes = typeof moved === 'number' ? new Uint8Array() : moved;
  const message = new Uint8Array(HEADER_BYTES + bytes.length);
  const view = new DataView(message.buffer);
  view.setUint32(0, RET_SUBMIT);
  view.setUint32(4, command.sequence);
  view.setInt32(20, status);
  view.setUint32(24, typeof moved === 'number' ? moved : bytes.length);
  message.set(bytes, HEADER_BYTES);
  return message;
}

export function encodeUnlinkReturn(sequence: number, status: UsbIpStatus): Uint8Array {
  const message = new Uint8Array(HEADER_BYTES);
  const view = new DataView(message.buffer);
  view.setUint32(0, RET_UNLINK);
  view.setUint32(4, sequence);
  view.setInt32(20, status);
  return message;
}
