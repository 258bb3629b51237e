/**
 * Why a card that answered gave no photo; everything else is a `CardError`.
 *
 * - `not-ktp-el`: the card has no KTP-el directory, so it is some other card
 * - `no-photo`: there is no photo file, or it is empty or not open
 * - `too-large`: its length is beyond anything the card can hold
 * - `damaged`: what came is no whole JPEG, or shorter than the card said
 */
export type KtpPhotoErrorKind = 'not-ktp-el' | 'no-photo' | 'too-large' | 'damaged';

export class KtpPhotoError extends Error {
  override readonly name = 'KtpPhotoError';
  readonly kind: KtpPhotoErrorKind;

  constructor(kind: KtpPhotoErrorKind, message: string, evidence: { cause?: unknown } = {}) {
    super(message, evidence);
    this.kind = kind;
  }
}
