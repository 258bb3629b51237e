import { splitDescriptors } from '../transport/configuration-descriptor.ts';

/** What one XfrBlock message carries (CCID 1.1, table 5.1-1, dwFeatures bits 16 to 18). */
export type ExchangeLevel = 'character' | 'tpdu' | 'short-apdu' | 'extended-apdu';

/** Card supply in volts. */
export type Voltage = 5 | 3 | 1.8;

/** What a reader does by itself, from dwFeatures (CCID 1.1, table 5.1-1). */
export interface CcidAutomation {
  /** Sets its parameters from the ATR (02). */
  readonly parameters: boolean;
  /** Powers a card when it is inserted (04). */
  readonly activation: boolean;
  readonly voltage: boolean;
  /** Negotiates parameters on its own terms and takes none from the host (40). */
  readonly negotiation: boolean;
  /** Makes the PPS exchange that suits its current parameters (80). */
  readonly pps: boolean;
  /** Announces its information field size to a T=1 card first of all (400). */
  readonly ifsd: boolean;
}

export interface CcidDescriptor {
  readonly slots: number;
  /** What it can supply, the lowest first; empty when the reader names none. */
  readonly voltages: readonly Voltage[];
  /** Protocols it speaks; empty when the reader names none. */
  readonly protocols: readonly (0 | 1)[];
  /** Hertz the card is clocked with by default. */
  readonly clock: number;
  /** Bits per second it can reach. */
  readonly maximumDataRate: number;
  /** Largest T=1 information field it receives, 1 to 254. */
  readonly maximumIfsd: number;
  readonly level: ExchangeLevel;
  readonly automatic: CcidAutomation;
  /** Bytes of the longest message, header included; 64 to 65,556. */
  readonly maximumMessageLength: number;
}

/** CCID 1.1, table 5.1-1. */
const LENGTH = 54;
/** Functional class descriptor. */
const TYPE = 0x21;
/** Interface descriptor (USB 2.0, table 9-5). */
const INTERFACE = 4;

const VOLTAGES: readonly (readonly [number, Voltage])[] = [
  [0x04, 1.8],
  [0x02, 3],
  [0x01, 5],
];

/** The header and the longest extended APDU (65,544 bytes) with room for a status word; more is not believed. */
const LONGEST_MESSAGE = 10 + 65_546;
/** The least any reader was seen to claim: security tokens with 64-byte packets. */
const SHORTEST_MESSAGE = 64;
/**
 * Readers by SCM claim 263 bytes and take the 271 that a short APDU in a message needs; the claim counts the APDU
 * without the rest.
 */
const UNDERSTATED_LENGTH = 263;
const SHORT_APDU_MESSAGE = 271;

/** The class descriptor of an interface out of a whole configuration; null when it has none that makes sense. */
export function findCcidDescriptor(
  configuration: Uint8Array,
  interfaceNumber: number,
): CcidDescriptor | null {
  let inside = false;
  for (const descriptor of splitDescriptors(configuration)) {
    if (descriptor[1] === INTERFACE) inside = descriptor[2] === interfaceNumber;
    if (inside && descriptor[1] === TYPE) {
      const decoded = decodeCcidDescriptor(descriptor);
      if (decoded) return decoded;
    }
  }
  return null;
}

/** Null unless it is 54 bytes of the right type with a usable message length. */
export function decodeCcidDescriptor(bytes: Uint8Array): CcidDescriptor | null {
  if (bytes.length !== LENGTH || bytes[0] !== LENGTH || bytes[1] !== TYPE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const features = view.getUint32(40, true);
  const voltages = view.getUint8(5);
  const protocols = view.getUint32(6, true);
  const messageLength = view.getUint32(44, true);
  if (messageLength < SHORTEST_MESSAGE) return null;
  return {
    slots: Math.min(view.getUint8(4), 15) + 1,
    voltages: VOLTAGES.flatMap(([bit, voltage]) => (voltages & bit ? [voltage] : [])),
    protocols: ([0, 1] as const).filter((protocol) => protocols & (1 << protocol)),
    clock: view.getUint32(10, true) * 1_000,
    maximumDataRate: view.getUint32(23, true),
    maximumIfsd: Math.min(Math.max(view.getUint32(28, true), 1), 254),
    level: exchangeLevel(features),
    automatic: {
      parameters: (features & 0x02) !== 0,
      activation: (features & 0x04) !== 0,
      voltage: (features & 0x08) !== 0,
      negotiation: (features & 0x40) !== 0,
      pps: (features & 0x80) !== 0,
      ifsd: (features & 0x400) !== 0,
    },
    maximumMessageLength:
      messageLength === UNDERSTATED_LENGTH ? SHORT_APDU_MESSAGE : Math.min(messageLength, LONGEST_MESSAGE),
  };
}

function exchangeLevel(features: number): ExchangeLevel {
  if (features & 0x40000) return 'extended-apdu';
  if (features & 0x20000) return 'short-apdu';
  return features & 0x10000 ? 'tpdu' : 'character';
}
