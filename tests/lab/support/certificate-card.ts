/** The emulator's card (libcacard): a CAC whose keys and certificates the host makes before the guest starts. */
export const CARD_FOLDER = 'certificate-card';
export const CERTIFICATES = ['identity', 'signature', 'encryption'] as const;
