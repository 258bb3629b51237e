/**
 * A specimen KTP-el: an invented serial number, the photo handed in, and everything else shut as on a real card.
 * Answers only what such a card is known to answer; all else is a status word of ISO/IEC 7816-4, 5.1.3.
 */
import type { CardAnswer, VirtualCard } from '../card/virtual-card.ts';

export interface VirtualKtpCardOptions {
  /** A JPEG; anything else makes a damaged card. */
  readonly photo: Uint8Array;
  /** What the photo file says of its own length; the photo's own when not given. */
  readonly announcedLength?: number;
  /** How the card answers a read past the end of a file. */
  readonly pastTheEnd?: 'warning' | 'right-length';
  /** False makes some other contactless card, without a KTP-el directory. */
  readonly isKtp?: boolean;
}

const MASTER_FILE = 0x3f00;
const KTP_DIRECTORY = 0x7f0a;
const CONTROL_FILE = 0x6ff0;
const PHOTO_FILE = 0x6ff2;
/** Biodata, signature, two fingers and the digital signature: shut without the registry's security module. */
const SHUT_FILES: readonly number[] = [0x6ff1, 0x6ff3, 0x6ff4, 0x6ff5, 0x6ff6];
const CONTROL_FILE_LENGTH = 0x35;

/** Starts with 08, as the serial number of a card that makes up a new one each time (ISO 14443-3, 6.4.4). */
const UID = Uint8Array.of(0x08, 0x53, 0x50, 0x45);
/** What a reader makes of a card without historical bytes (PC/SC part 3, 3.1.3.2.3.2). */
const ATR = Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01);
/** A chip of that age takes about as long for each command. */
const WORKS_MS = 4;

export function createVirtualKtpCard(options: VirtualKtpCardOptions): VirtualCard {
  const { photo, announcedLength = photo.length, pastTheEnd = 'warning', isKtp = true } = options;
  const photoFile = Uint8Array.from([announcedLength >> 8, announcedLength & 0xff, ...photo]);
  let directory = MASTER_FILE;
  let file: number | null = null;

  return {
    contactless: true,
    atr: ATR,
    uid: UID,
    reset() {
      directory = MASTER_FILE;
      file = null;
    },
    process(command) {
      const answer = obey(command);
      return { response: answer, worksMs: WORKS_MS } satisfies CardAnswer;
    },
  };

  function obey(command: Uint8Array): Uint8Array {
    const [cla, ins, p1, p2, p3] = command;
    if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return status(0x6700);
    if (cla !== 0x00) return status(0x6e00);
    if (ins === 0xa4) return select(command, p1, p2, p3);
    if (ins === 0xb0) return readBinary(command.length, (p1 << 8) | p2, p3);
    return status(0x6d00);
  }

  function select(command: Uint8Array, p1: number, p2: number, length: number | undefined): Uint8Array {
    const [, , , , , high, low] = command;
    if (length !== 2 || command.length !== 7 || high === undefined || low === undefined)
      return status(0x6700);
    if (p1 !== 0 || p2 !== 0) return status(0x6a86);
    const identifier = (high << 8) | low;
    if (identifier === MASTER_FILE || (identifier === KTP_DIRECTORY && isKtp)) {
      directory = identifier;
      file = null;
      return status(0x9000);
    }
    const here = directory === KTP_DIRECTORY;
    const exists =
      identifier === CONTROL_FILE || identifier === PHOTO_FILE || SHUT_FILES.includes(identifier);
    if (!here || !exists) return status(0x6a82);
    file = identifier;
    return status(0x9000);
  }

  function readBinary(length: number, offset: number, expected: number | undefined): Uint8Array {
    if (length !== 5 || expected === undefined) return status(0x6700);
    if (file === null) return status(0x6986);
    if (SHUT_FILES.includes(file)) return status(0x6982);
    if (offset > 0x7fff) return status(0x6a86);
    const content = file === PHOTO_FILE ? photoFile : new Uint8Array(CONTROL_FILE_LENGTH);
    if (offset >= content.length) return status(0x6b00);
    const wanted = expected === 0 ? 256 : expected;
    const left = content.length - offset;
    if (wanted <= left) return status(0x9000, content.subarray(offset, offset + wanted));
    if (pastTheEnd === 'right-length') return status(0x6c00 | (left & 0xff));
    return status(0x6282, content.subarray(offset));
  }
}

function status(statusWord: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  return Uint8Array.from([...data, statusWord >> 8, statusWord & 0xff]);
}
