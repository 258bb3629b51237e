/**
 * `DLE EOT n`, real-time status transmission (Epson ESC/POS command reference, DLE EOT).
 * The printer answers one byte at once, whatever it is doing. Bits 0 and 7 are 0, bits 1 and 4 are 1:
 * a byte that breaks this is no answer to DLE EOT.
 */
import { decodeFault, type PrinterStatus } from './printer-status.ts';

/** 1 printer, 2 cause of being offline, 3 error, 4 roll paper sensor. */
export type RealTimeQuery = 1 | 2 | 3 | 4;

export const REAL_TIME_QUERIES: readonly RealTimeQuery[] = [1, 2, 3, 4];

const FIXED_MASK = 0b1001_0011;
const FIXED_VALUE = 0b0001_0010;

export function encodeRealTimeQuery(query: RealTimeQuery): Uint8Array {
  return Uint8Array.of(0x10, 0x04, query);
}

export function isRealTimeAnswer(byte: number): boolean {
  return (byte & FIXED_MASK) === FIXED_VALUE;
}

/** The four answers in the order of `REAL_TIME_QUERIES`; null when one of them is not a genuine answer. */
export function decodeRealTimeStatus(answers: readonly number[]): PrinterStatus | null {
  const [printer, cause, error, paper] = answers;
  if (printer === undefined || cause === undefined || error === undefined || paper === undefined) return null;
  if (!answers.every(isRealTimeAnswer)) return null;
  return {
    offline: (printer & 0x08) !== 0,
    coverOpen: (cause & 0x04) !== 0,
    paperOut: (cause & 0x20) !== 0 || (paper & 0x60) !== 0,
    paperNearEnd: (paper & 0x0c) !== 0,
    fault: decodeFault(error) ?? ((cause & 0x40) === 0 ? null : 'unnamed'),
  };
}
