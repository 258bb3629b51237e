/** Bits per second of a contactless line (ISO/IEC 14443-4, bit rates 1, 2, 4 and 8 times fc/128). */
export type ContactlessBitRate = 106_000 | 212_000 | 424_000 | 848_000;

/** A byte and its parity bit (ISO/IEC 14443-3, 6.2.3). */
const BITS_PER_BYTE = 9;
/** A frame holds 256 bytes at most: block number, 253 bytes of the APDU, two of CRC (ISO/IEC 14443-4, FSCI 8). */
const FRAME_BYTES = 253;
const FRAME_OVERHEAD = 3;
/** Turning round from sending to receiving, and back: 1,172 carrier periods of 13.56 MHz (ISO/IEC 14443-3, 6.2.1.1). */
const TURNAROUND_MS = (2 * 1_172) / 13_560;

/** Milliseconds a command and its response spend on the air. */
export function contactlessLineTime(bitRate: ContactlessBitRate, command: number, response: number): number {
  const frames =
    Math.max(1, Math.ceil(command / FRAME_BYTES)) + Math.max(1, Math.ceil(response / FRAME_BYTES));
  const bytes = command + response + frames * FRAME_OVERHEAD;
  // Every frame but the first answers another, acknowledgements of chained ones included.
  return (bytes * BITS_PER_BYTE * 1_000) / bitRate + (frames - 1) * TURNAROUND_MS;
}
