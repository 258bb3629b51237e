import { missingCase } from '../missing-case.ts';
import { CardError, type CardErrorKind } from '../smart-card/card-error.ts';
import { TransportError } from '../transport/transport-error.ts';
import { CCID_ERROR, CcidCommandError } from './ccid-command-error.ts';
import { ReaderFailure, type ReaderReason, toReaderFailure } from './reader-failure.ts';

/** Anything an exchange with a card can throw, as a `CardError`. */
export function toCardError(error: unknown): CardError {
  if (error instanceof CardError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CardError(kindOf(error), message, { cause: error });
}

function kindOf(error: unknown): CardErrorKind {
  if (error instanceof CcidCommandError) return commandKind(error);
  if (error instanceof ReaderFailure || error instanceof TransportError) {
    return failureKind(toReaderFailure(error).reason);
  }
  return 'protocol';
}

/** A card that was powered and no longer is has left and come back, or is about to be gone: laying it again is the cure. */
function commandKind({ code, card }: CcidCommandError): CardErrorKind {
  if (card === 'absent') return 'removed';
  if (code !== CCID_ERROR.mute) return 'protocol';
  return card === 'inactive' ? 'removed' : 'timeout';
}

function failureKind(reason: ReaderReason): CardErrorKind {
  switch (reason) {
    case 'reader-busy':
    case 'denied':
      return 'reader-busy';
    case 'unplugged':
      return 'reader-gone';
    case 'silent':
      return 'timeout';
    case 'stalled':
    case 'hardware':
    case 'unsupported':
    case 'error':
      return 'protocol';
    default:
      return missingCase(reason);
  }
}
