import type { CardProblem } from '../../contract/station/cards.ts';
import type { ReaderReason } from '../../drivers/ccid/reader-failure.ts';
import { EmrtdError } from '../../drivers/emrtd/emrtd-error.ts';
import { KtpPhotoError } from '../../drivers/ktp-el/ktp-photo-error.ts';
import { CardError } from '../../drivers/smart-card/card-error.ts';
import { missingCase } from '../missing-case.ts';

/**
 * What becomes of a reading that failed.
 *
 * - `lay-again`: the card is away or was laid badly; reading goes on when it lies there
 * - `once-more`: answers got lost or spoilt on the air, which a second try usually mends
 * - a `CardProblem`: the end
 */
export type CardOutlook = 'lay-again' | 'once-more' | CardProblem;

/** A reading that ends for a reason the face tells. */
export class CardRefusal extends Error {
  override readonly name = 'CardRefusal';
  readonly problem: CardProblem;

  constructor(problem: CardProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Null for an error that is none of a card, a passport or an identity card. */
export function cardOutlook(error: unknown): CardOutlook | null {
  if (error instanceof CardRefusal) return error.problem;
  if (error instanceof CardError) return cardErrorOutlook(error);
  if (error instanceof EmrtdError) return passportOutlook(error);
  return error instanceof KtpPhotoError ? identityCardOutlook(error) : null;
}

function cardErrorOutlook({ kind }: CardError): CardOutlook | null {
  switch (kind) {
    case 'removed':
    case 'no-card':
    case 'mute':
      return 'lay-again';
    case 'timeout':
    case 'protocol':
      return 'once-more';
    case 'reader-gone':
      return 'no-reader';
    case 'reader-busy':
      return 'reader-busy';
    case 'refused':
      return 'unreadable';
    case 'aborted':
      return null;
    default:
      return missingCase(kind);
  }
}

function passportOutlook({ kind }: EmrtdError): CardOutlook {
  switch (kind) {
    case 'wrong-key':
    case 'not-a-passport':
    case 'unsupported':
      return kind;
    case 'malformed':
    case 'secure-messaging':
      return 'once-more';
    case 'too-large':
      return 'unreadable';
    default:
      return missingCase(kind);
  }
}

function identityCardOutlook({ kind }: KtpPhotoError): CardOutlook {
  switch (kind) {
    case 'not-ktp-el':
      return 'not-an-identity-card';
    case 'no-photo':
      return kind;
    case 'damaged':
      return 'once-more';
    case 'too-large':
      return 'unreadable';
    default:
      return missingCase(kind);
  }
}

export function readerProblem(reason: ReaderReason): CardProblem {
  if (reason === 'reader-busy') return 'reader-busy';
  return reason === 'denied' ? 'reader-denied' : 'reader-failed';
}
