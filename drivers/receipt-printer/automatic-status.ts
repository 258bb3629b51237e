/**
 * `GS a n`, automatic status back (Epson ESC/POS command reference, GS a): once enabled the printer sends
 * four bytes now and after every change. First byte: bits 0, 1 and 7 are 0, bit 4 is 1.
 * The other three: bits 4 and 7 are 0.
 */
import { decodeFault, type PrinterStatus } from './printer-status.ts';

export const AUTOMATIC_STATUS_LENGTH = 4;

/** Report changes of online/offline (02), errors (04) and the paper sensors (08). */
export const ENABLE_AUTOMATIC_STATUS = Uint8Array.of(0x1d, 0x61, 0x0e);

export function isAutomaticStatusStart(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0000;
}

export function isAutomaticStatusRest(byte: number): boolean {
  return (byte & 0b1001_0000) === 0;
}

/** Null when the length or a fixed bit is wrong. */
export function decodeAutomaticStatus(bytes: readonly number[]): PrinterStatus | null {
  const [first, second, third, fourth] = bytes;
  if (bytes.length !== AUTOMATIC_STATUS_LENGTH) return null;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return null;
  if (!isAutomaticStatusStart(first) || ![second, third, fourth].every(isAutomaticStatusRest)) return null;
  return {
    offline: (first & 0x08) !== 0,
    coverOpen: (first & 0x20) !== 0,
    paperOut: (third & 0x0c) !== 0,
    paperNearEnd: (third & 0x03) !== 0,
    // 04 is a mechanical error on the models that tell one.
    fault: decodeFault(second) ?? ((second & 0x04) === 0 ? null : 'hardware'),
  };
}
