export type SealingProblem = 'not-enrolled' | 'attachment-differs' | 'core-too-large';

/** Why a packet could not be sealed. Nothing was written. */
export class SealingError extends Error {
  override readonly name = 'SealingError';
  readonly kind: SealingProblem;

  constructor(kind: SealingProblem) {
    super(`packet not sealed: ${kind}`);
    this.kind = kind;
  }
}
