/** The chip's files and what READ BINARY makes of them (ISO/IEC 7816-4, 11.2). */
import { answer, type ChipAnswer, type ChipCommand, OK } from './chip-command.ts';
import { tlv, untlv } from './chip-tlv.ts';

export interface ChipFile {
  readonly identifier: number;
  readonly shortIdentifier: number;
  readonly bytes: Uint8Array;
  /** Whether it is read without a session. */
  readonly free: boolean;
}

/** What chips do when more is asked for than a file has left. */
export type PastEnd = 'warn' | 'refuse' | 'leave-session';

/** `file` is the current one or the one the command names; null when there is none. */
export function readBinary(command: ChipCommand, file: ChipFile | null, pastEnd: PastEnd): ChipAnswer {
  if (!file) return answer(0x6986);
  if (command.le === null) return answer(0x6700);
  const offset = command.ins === 0xb1 ? oddOffset(command) : evenOffset(command);
  if (offset === null) return answer(0x6a80);
  if (offset >= file.bytes.length) return answer(0x6b00);
  const left = file.bytes.length - offset;
  const room = command.ins === 0xb1 ? discretionaryRoom(command.le) : command.le;
  if (room > left && pastEnd !== 'warn') return answer(0x6700);
  const bytes = file.bytes.subarray(offset, offset + room);
  // The most a form can ask for means "all there is", and is no reason to warn.
  const all = command.le === 256 || command.le === 65_536;
  const statusWord = room > left && !all ? 0x6282 : OK;
  return answer(statusWord, command.ins === 0xb1 ? tlv(0x53, bytes) : bytes);
}

/** Whether READ BINARY names its file, and by which short identifier. */
export function shortIdentifierOf(command: ChipCommand): number | null {
  const named = command.ins === 0xb0 && (command.p1 & 0x80) !== 0;
  return named ? command.p1 & 0x1f : null;
}

function evenOffset(command: ChipCommand): number | null {
  if (command.data.length > 0) return null;
  return command.p1 & 0x80 ? command.p2 : command.p1 * 256 + command.p2;
}

function oddOffset(command: ChipCommand): number | null {
  const value = untlv(0x54, command.data);
  if (!value || value.length < 1 || value.length > 4 || command.p1 !== 0 || command.p2 !== 0) return null;
  return value.readUIntBE(0, value.length);
}

/** How much of a file fits in a DO'53' of `le` bytes. */
function discretionaryRoom(le: number): number {
  if (le < 0x82) return le - 2;
  if (le < 0x103) return Math.min(le - 3, 0xff);
  return Math.min(le - 4, 0xffff);
}
