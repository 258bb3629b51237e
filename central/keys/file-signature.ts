import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { PublicKey } from '../../contract/central/enrolment.ts';
import type { PrivateKey } from './central-keys.ts';

/** Raw Ed25519 signature (RFC 8032), 64 bytes. */
export function signFile(bytes: Uint8Array, key: PrivateKey): Buffer {
  return sign(null, bytes, createPrivateKey({ key: { ...key }, format: 'jwk' }));
}

export function isFileSignedBy(bytes: Uint8Array, signature: Uint8Array, key: PublicKey): boolean {
  return verify(null, bytes, createPublicKey({ key: { ...key }, format: 'jwk' }), signature);
}
