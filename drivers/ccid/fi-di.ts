/**
 * Clock rate conversion integers by the upper four bits of TA1, and baud rate adjustment integers by the lower four
 * (ISO/IEC 7816-3, tables 7 and 8); undefined is reserved.
 */
const FI: readonly (number | undefined)[] = [
  372,
  372,
  558,
  744,
  1116,
  1488,
  1860,
  undefined,
  undefined,
  512,
  768,
  1024,
  1536,
  2048,
];
const DI: readonly (number | undefined)[] = [undefined, 1, 2, 4, 8, 16, 32, 64, 12, 20];

/** TA1 of a card that names none: Fi 372, Di 1. */
export const DEFAULT_FI_DI = 0x11;

/** Bits per second of a line clocked with `clock` hertz under a TA1; null when TA1 is reserved. */
export function lineRate(clock: number, fiDi: number): number | null {
  const fi = FI[fiDi >> 4];
  const di = DI[fiDi & 0x0f];
  return fi === undefined || di === undefined ? null : (clock * di) / fi;
}
