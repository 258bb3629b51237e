import { missingCase } from '../missing-case.ts';
import type { Voltage } from './ccid-descriptor.ts';

/** Bytes before the data of every bulk message (CCID 1.1, 6.1 and 6.2). */
export const HEADER_LENGTH = 10;

/** A message to the reader (CCID 1.1, 6.1). */
export type CcidCommand =
  /** Null leaves the voltage to the reader. */
  | { readonly kind: 'power-on'; readonly voltage: Voltage | null }
  | { readonly kind: 'power-off' }
  | { readonly kind: 'get-slot-status' }
  | {
      readonly kind: 'transfer-block';
      readonly bytes: Uint8Array;
      /** bBWI: multiplies the block waiting time of this one exchange; 0 leaves it. */
      readonly waitMultiplier: number;
      /** wLevelParameter: which piece of an extended APDU this is (6.1.4). */
      readonly level: number;
    }
  | { readonly kind: 'get-parameters' }
  | { readonly kind: 'set-parameters'; readonly protocol: 0 | 1; readonly bytes: Uint8Array }
  | { readonly kind: 'escape'; readonly bytes: Uint8Array }
  | { readonly kind: 'abort' };

/** A message from the reader (CCID 1.1, 6.2). */
export interface CcidResponse {
  readonly kind: 'data-block' | 'slot-status' | 'parameters' | 'escape';
  readonly slot: number;
  readonly sequence: number;
  /** bmICCStatus: whether a card is there, and powered. */
  readonly card: 'active' | 'inactive' | 'absent';
  /** bmCommandStatus. */
  readonly outcome: 'done' | 'failed' | 'time-extension';
  /** bError of a failure, or the multiplier of a time extension. */
  readonly error: number;
  /** The last header byte: bChainParameter of a data block, bProtocolNum of parameters. */
  readonly parameter: number;
  readonly bytes: Uint8Array;
}

const VOLTAGE_CODES: Readonly<Record<Voltage, number>> = { 5: 1, 3: 2, 1.8: 3 };
const NO_BYTES = new Uint8Array();

const RESPONSES: Readonly<Record<number, CcidResponse['kind']>> = {
  128: 'data-block',
  129: 'slot-status',
  130: 'parameters',
  131: 'escape',
};
const CARDS = ['active', 'inactive', 'absent'] as const;
const OUTCOMES = ['done', 'failed', 'time-extension'] as const;

/** The kind of message that answers a command (CCID 1.1, 6.1). */
export function answerKind(command: CcidCommand): CcidResponse['kind'] {
  switch (command.kind) {
    case 'power-on':
    case 'transfer-block':
      return 'data-block';
    case 'power-off':
    case 'get-slot-status':
    case 'abort':
      return 'slot-status';
    case 'get-parameters':
    case 'set-parameters':
      return 'parameters';
    case 'escape':
      return 'escape';
    default:
      return missingCase(command);
  }
}

/** `slot` and `sequence` are one byte each. */
export function encodeCommand(command: CcidCommand, slot: number, sequence: number): Uint8Array {
  switch (command.kind) {
    case 'power-on':
      return message(0x62, [command.voltage === null ? 0 : VOLTAGE_CODES[command.voltage], 0, 0]);
    case 'power-off':
      return message(0x63, [0, 0, 0]);
    case 'get-slot-status':
      return message(0x65, [0, 0, 0]);
    case 'transfer-block':
      return message(0x6f, [command.waitMultiplier, command.level & 0xff, command.level >> 8], command.bytes);
    case 'get-parameters':
      return message(0x6c, [0, 0, 0]);
    case 'set-parameters':
      return message(0x61, [command.protocol, 0, 0], command.bytes);
    case 'escape':
      return message(0x6b, [0, 0, 0], command.bytes);
    case 'abort':
      return message(0x72, [0, 0, 0]);
    default:
      return missingCase(command);
  }

  function message(type: number, specific: readonly number[], bytes: Uint8Array = NO_BYTES): Uint8Array {
    const encoded = new Uint8Array(HEADER_LENGTH + bytes.length);
    encoded[0] = type;
    new DataView(encoded.buffer).setUint32(1, bytes.length, true);
    encoded[5] = slot;
    encoded[6] = sequence;
    encoded.set(specific, 7);
    encoded.set(bytes, HEADER_LENGTH);
    return encoded;
  }
}

/** Null unless it is one whole message of a known kind whose length says what came. */
export function decodeResponse(bytes: Uint8Array): CcidResponse | null {
  if (bytes.length < HEADER_LENGTH) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const status = view.getUint8(7);
  const kind = RESPONSES[view.getUint8(0)];
  const card = CARDS[status & 0x03];
  const outcome = OUTCOMES[status >> 6];
  if (!kind || !card || !outcome || view.getUint32(1, true) !== bytes.length - HEADER_LENGTH) return null;
  return {
    kind,
    slot: view.getUint8(5),
    sequence: view.getUint8(6),
    card,
    outcome,
    error: view.getUint8(8),
    parameter: view.getUint8(9),
    bytes: bytes.slice(HEADER_LENGTH),
  };
}
