import { CcidCommandError } from '../ccid/ccid-command-error.ts';
import type { CcidLink } from '../ccid/ccid-link.ts';
import type { CcidResponse } from '../ccid/ccid-message.ts';
import { ReaderFailure, toReaderFailure } from '../ccid/reader-failure.ts';
import { CardError } from './card-error.ts';
import type { CardPresence } from './slot-desk.ts';

const PRESENCE: Readonly<Record<CcidResponse['card'], CardPresence>> = {
  active: 'present',
  inactive: 'present',
  absent: 'absent',
};

/** Asks a reader whether there is a card in a slot. Fails with a `ReaderFailure`. */
export async function slotPresence(link: CcidLink, slot: number, answerMs: number): Promise<CardPresence> {
  try {
    const { card } = await link.exchange(slot, { kind: 'get-slot-status' }, { answerMs });
    return PRESENCE[card];
  } catch (error) {
    // Readers fail the question itself when the card is mute or missing, and say which in the same answer.
    if (error instanceof CcidCommandError) return PRESENCE[error.card];
    if (error instanceof CardError) throw new ReaderFailure('silent', error.message, { cause: error });
    throw toReaderFailure(error);
  }
}
