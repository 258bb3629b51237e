/**
 * Why a card or its reader could not answer.
 *
 * - `removed`: the card left the field or the slot; laying it again is a plain retry
 * - `no-card`: there was none to begin with
 * - `mute`: a card is there and does not answer to reset
 * - `reader-gone`: the reader left the bus, or was closed
 * - `reader-busy`: another program holds the reader; on Linux usually pcscd
 * - `timeout`: the card kept silent past the deadline
 * - `aborted`: the caller's signal fired
 * - `refused`: the card answered with a status word that ends the procedure; `statusWord` says which
 * - `protocol`: reader or card sent what their specification does not allow
 */
export type CardErrorKind =
  | 'removed'
  | 'no-card'
  | 'mute'
  | 'reader-gone'
  | 'reader-busy'
  | 'timeout'
  | 'aborted'
  | 'refused'
  | 'protocol';

export class CardError extends Error {
  override readonly name = 'CardError';
  readonly kind: CardErrorKind;
  /** Two bytes, big-endian; null unless `refused`. */
  readonly statusWord: number | null;

  constructor(kind: CardErrorKind, message: string, evidence: { statusWord?: number; cause?: unknown } = {}) {
    super(message, { cause: evidence.cause });
    this.kind = kind;
    this.statusWord = evidence.statusWord ?? null;
  }
}
