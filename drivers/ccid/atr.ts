import { DEFAULT_FI_DI } from './fi-di.ts';

/** An answer to reset (ISO/IEC 7816-3, clause 8). */
export interface Atr {
  readonly convention: 'direct' | 'inverse';
  /** TA1: Fi in the upper four bits, Di in the lower; 11 when absent. */
  readonly fiDi: number;
  /** TC1, the extra guard time N; 0 when absent. */
  readonly guardTime: number;
  /** Protocols offered, the first one first and so the default; T=15 is not among them. */
  readonly protocols: readonly number[];
  /** Set when TA2 says that one protocol is already running and none can be negotiated. */
  readonly specificProtocol: number | null;
  /** TC2, WI of T=0; 10 when absent. */
  readonly waitingInteger: number;
  /** First TA for T=1: information field size of the card, 1 to 254; 32 when absent. */
  readonly ifsc: number;
  /** First TB for T=1: BWI in the upper four bits, CWI in the lower; 4D when absent. */
  readonly waitingIntegers: number;
  /** First TC for T=1. */
  readonly checksum: 'lrc' | 'crc';
  readonly historical: Uint8Array;
}

/** TS, T0, 31 interface and historical bytes at most, and TCK (8.2.1: at most 32 characters after TS). */
export const MOST_ATR_BYTES = 33;

const CONVENTIONS: Readonly<Record<number, Atr['convention']>> = { 59: 'direct', 63: 'inverse' };
/** Global interface bytes from here on, not for a protocol (8.2.3). */
const GLOBAL = 15;

/**
 * Null when the bytes are no answer to reset: wrong convention, wrong length, wrong check byte. Cards with bytes after
 * the end are met in the field, and those bytes are passed over.
 */
export function decodeAtr(bytes: Uint8Array): Atr | null {
  const convention = CONVENTIONS[bytes[0] ?? 0];
  const format = bytes[1];
  if (!convention || format === undefined || bytes.length > MOST_ATR_BYTES) return null;
  const groups = readGroups(bytes, format);
  if (!groups) return null;
  const { interfaces, historicalAt } = groups;
  const checkAt = historicalAt + (format & 0x0f);
  const protocols = protocolsOf(interfaces);
  const checked = interfaces.some(({ td }) => td !== undefined && (td & 0x0f) !== 0);
  if (bytes.length < checkAt + (checked ? 1 : 0)) return null;
  // TCK is there unless only T=0 is offered, and makes the exclusive or of everything from T0 zero (8.2.5).
  if (checked && bytes.subarray(1, checkAt + 1).reduce((sum, byte) => sum ^ byte, 0) !== 0) return null;

  const [first, second] = interfaces;
  const blocks = interfaces.find((group, index) => index >= 2 && group.protocol === 1);
  const ifsc = blocks?.ta ?? 32;
  if (ifsc === 0 || ifsc === 255) return null;
  return {
    convention,
    fiDi: first?.ta ?? DEFAULT_FI_DI,
    guardTime: first?.tc ?? 0,
    protocols,
    specificProtocol: second?.ta === undefined ? null : second.ta & 0x0f,
    waitingInteger: second?.tc ?? 10,
    ifsc,
    waitingIntegers: blocks?.tb ?? 0x4d,
    checksum: ((blocks?.tc ?? 0) & 1) === 0 ? 'lrc' : 'crc',
    historical: bytes.slice(historicalAt, checkAt),
  };
}

interface InterfaceGroup {
  /** The protocol named by the TD before the group; 0 for the first. */
  readonly protocol: number;
  readonly ta: number | undefined;
  readonly tb: number | undefined;
  readonly tc: number | undefined;
  readonly td: number | undefined;
}

/** Each TD says which of the next TA, TB, TC and TD follow; bounded by the length of the answer. */
function readGroups(
  bytes: Uint8Array,
  format: number,
): { interfaces: readonly InterfaceGroup[]; historicalAt: number } | null {
  const interfaces: InterfaceGroup[] = [];
  let offset = 2;
  let announced: number | undefined = format;
  let protocol = 0;
  while (announced !== undefined) {
    const indicator: number = announced;
    const next = (bit: number) => (indicator & bit ? bytes[offset++] : undefined);
    const group = { protocol, ta: next(0x10), tb: next(0x20), tc: next(0x40), td: next(0x80) };
    if (offset > bytes.length) return null;
    interfaces.push(group);
    announced = group.td;
    protocol = (group.td ?? 0) & 0x0f;
  }
  return { interfaces, historicalAt: offset };
}

function protocolsOf(interfaces: readonly InterfaceGroup[]): readonly number[] {
  const named = interfaces.flatMap(({ td }) => (td === undefined ? [] : [td & 0x0f]));
  const protocols = [...new Set(named)].filter((protocol) => protocol !== GLOBAL);
  return protocols.length > 0 ? protocols : [0];
}
