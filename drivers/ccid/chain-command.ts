import { type CommandApdu, encodeShortApdu } from './command-apdu.ts';

/** Bit 5 of an interindustry CLA: more of this command follows (ISO/IEC 7816-4, 5.3.3). */
const MORE = 0x10;
/** Bit 8 marks a class of the card's own making, in which nothing is known about chaining. */
const PROPRIETARY = 0x80;
const PIECE = 255;

/**
 * A command with more data than a short APDU holds, as short commands in a chain; only the last asks for an answer.
 * Null when its class cannot be chained. An expectation above 256 bytes becomes "all there is": a card with more then
 * says so in its status word.
 */
export function chainCommand(command: CommandApdu): readonly Uint8Array[] | null {
  const [cla = 0, ...rest] = command.header;
  if (cla & PROPRIETARY) return null;
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < command.data.length; offset += PIECE) {
    const data = command.data.subarray(offset, offset + PIECE);
    const last = offset + PIECE >= command.data.length;
    const header = last ? command.header : Uint8Array.of(cla | MORE, ...rest);
    const piece = encodeShortApdu({ header, data, expected: last ? Math.min(command.expected, 256) : 0 });
    if (piece) pieces.push(piece);
  }
  return pieces;
}
