import type { CcidResponse } from './ccid-message.ts';

/** Values of bError a driver decides by (CCID 1.1, table 6.2-2). */
export const CCID_ERROR = {
  overrun: 0xfc,
  parity: 0xfd,
  mute: 0xfe,
  notSupported: 0x00,
} as const;

const MEANINGS: Readonly<Record<number, string>> = {
  255: 'the host aborted the command',
  254: 'the card did not answer',
  253: 'parity error while talking to the card',
  252: 'overrun while talking to the card',
  251: 'hardware error',
  248: 'the answer to reset begins with no known convention',
  247: 'the check byte of the answer to reset is wrong',
  246: 'the reader does not speak the card’s protocol',
  245: 'the reader does not support this class of card',
  244: 'the card sent a procedure byte that contradicts the command',
  243: 'the protocol was deactivated',
  242: 'the reader is busy with an automatic sequence',
  240: 'the person at the key pad took too long',
  239: 'the person at the key pad cancelled',
  224: 'the slot is already busy with a command',
  0: 'the reader does not support the command',
};

/** What a bError means, in words for a log (CCID 1.1, table 6.2-2). */
export function ccidErrorMeaning(code: number): string {
  const meaning = MEANINGS[code];
  if (meaning) return meaning;
  if (code <= 0x7f) return `byte ${code} of the message is wrong or not supported`;
  return code >= 0x81 && code <= 0xc0 ? `the maker’s own error ${hex(code)}` : `reserved error ${hex(code)}`;
}

/** The reader answered a command with bmCommandStatus 1. */
export class CcidCommandError extends Error {
  override readonly name = 'CcidCommandError';
  /** bError. */
  readonly code: number;
  readonly card: CcidResponse['card'];

  constructor(code: number, card: CcidResponse['card']) {
    super(`The reader failed: ${ccidErrorMeaning(code)}`);
    this.code = code;
    this.card = card;
  }
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}
