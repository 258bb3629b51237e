import type { EnrolmentProblem } from '../../../contract/domain/outbox.ts';

/** Why the kiosk was not admitted. Nothing was written. */
export class EnrolmentError extends Error {
  override readonly name = 'EnrolmentError';
  readonly kind: EnrolmentProblem;

  constructor(kind: EnrolmentProblem) {
    super(`not enrolled: ${kind}`);
    this.kind = kind;
  }
}
