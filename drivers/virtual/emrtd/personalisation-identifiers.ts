/** Object identifiers a specimen is personalised with, as they are written on the chip (Doc 9303 part 11, 9.2). */
import type { CipherName } from '../../emrtd/crypto/cipher-suite.ts';

const CIPHER_ARC: Readonly<Record<CipherName, number>> = {
  '3des': 1,
  'aes-128': 2,
  'aes-192': 3,
  'aes-256': 4,
};
/** bsi-de protocols smartcard: 0.4.0.127.0.7.2.2. */
const SMARTCARD = [0x04, 0x00, 0x7f, 0x00, 0x07, 0x02, 0x02];

/** id-PACE-ECDH-GM with the cipher. */
export function paceIdentifier(cipher: CipherName): Buffer {
  return Buffer.of(...SMARTCARD, 0x04, 0x02, CIPHER_ARC[cipher]);
}

/** id-CA-ECDH with the cipher. */
export function chipAuthenticationIdentifier(cipher: CipherName): Buffer {
  return Buffer.of(...SMARTCARD, 0x03, 0x02, CIPHER_ARC[cipher]);
}

/** id-PK-ECDH. */
export const CHIP_PUBLIC_KEY_IDENTIFIER = Buffer.of(...SMARTCARD, 0x01, 0x02);
