/**
 * Containers of PTP over USB (USB Still Image Capture Device Definition 1.0, section 7.1): length, type, code and
 * transaction id, 12 bytes little-endian, then parameters of 4 bytes each or the data.
 */
export const HEADER_LENGTH = 12;
/** Commands and responses carry at most five parameters, events three (ISO 15740, 9.4 and 12.3). */
const MOST_PARAMETERS = 5;
const MOST_EVENT_PARAMETERS = 3;
export const LONGEST_RESPONSE = HEADER_LENGTH + 4 * MOST_PARAMETERS;
export const LONGEST_EVENT = HEADER_LENGTH + 4 * MOST_EVENT_PARAMETERS;

const TYPES = ['command', 'data', 'response', 'event'] as const;

export type ContainerType = (typeof TYPES)[number];

export interface ContainerHeader {
  /** Bytes of the whole container, these 12 included. */
  readonly length: number;
  readonly type: ContainerType;
  readonly code: number;
  readonly transaction: number;
}

export interface PtpMessage {
  readonly code: number;
  readonly transaction: number;
  readonly parameters: readonly number[];
}

export function encodeContainer(
  type: ContainerType,
  code: number,
  transaction: number,
  payload: Uint8Array,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint16(4, TYPES.indexOf(type) + 1, true);
  view.setUint16(6, code, true);
  view.setUint32(8, transaction, true);
  bytes.set(payload, HEADER_LENGTH);
  return bytes;
}

/** A command, response or event: its payload is parameters. */
export function encodeMessage(type: Exclude<ContainerType, 'data'>, message: PtpMessage): Uint8Array {
  const payload = new Uint8Array(4 * message.parameters.length);
  const view = new DataView(payload.buffer);
  for (const [index, parameter] of message.parameters.entries()) view.setUint32(4 * index, parameter, true);
  return encodeContainer(type, message.code, message.transaction, payload);
}

/** Null when there are fewer than 12 bytes, the type is none of four, or the length does not cover the header. */
export function decodeHeader(bytes: Uint8Array): ContainerHeader | null {
  if (bytes.length < HEADER_LENGTH) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint32(0, true);
  const type = TYPES[view.getUint16(4, true) - 1];
  if (!type || length < HEADER_LENGTH) return null;
  return { length, type, code: view.getUint16(6, true), transaction: view.getUint32(8, true) };
}

/** A whole command, response or event; null when it is another type or its length is not exactly its own. */
export function decodeMessage(type: Exclude<ContainerType, 'data'>, bytes: Uint8Array): PtpMessage | null {
  const header = decodeHeader(bytes);
  if (!header || header.type !== type || header.length !== bytes.length) return null;
  const count = (bytes.length - HEADER_LENGTH) / 4;
  const most = type === 'event' ? MOST_EVENT_PARAMETERS : MOST_PARAMETERS;
  if (!Number.isInteger(count) || count > most) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + HEADER_LENGTH, 4 * count);
  const parameters = Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true));
  return { code: header.code, transaction: header.transaction, parameters };
}
