/**
 * Why a passport could not be read. What the reader or a plain refusal ends comes as a `CardError` instead.
 *
 * - `wrong-key`: the machine readable zone or the card access number is not this passport's
 * - `not-a-passport`: the card has no eMRTD application
 * - `unsupported`: it asks for a protocol or holds a format that this driver does not know
 * - `malformed`: what the chip sent breaks its specification
 * - `too-large`: a file is longer than its bound
 * - `secure-messaging`: a protected answer failed its check, or came unprotected; the session is over
 */
export type EmrtdErrorKind =
  | 'wrong-key'
  | 'not-a-passport'
  | 'unsupported'
  | 'malformed'
  | 'too-large'
  | 'secure-messaging';

export class EmrtdError extends Error {
  override readonly name = 'EmrtdError';
  readonly kind: EmrtdErrorKind;
  /** What the card answered, two bytes big-endian; null where no status word tells more. */
  readonly statusWord: number | null;

  constructor(
    kind: EmrtdErrorKind,
    message: string,
    evidence: { statusWord?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: evidence.cause });
    this.kind = kind;
    this.statusWord = evidence.statusWord ?? null;
  }
}

export function malformed(message: string, cause?: unknown): EmrtdError {
  return new EmrtdError('malformed', message, { cause });
}
