import { constants, createPublicKey, verify } from 'node:crypto';
import { missingCase } from '../../missing-case.ts';
import { decodePoint } from '../crypto/curve.ts';
import { digest } from '../crypto/hash.ts';
import type { PublicKey } from './public-key.ts';
import type { SignatureAlgorithm } from './signature-algorithm.ts';

/** Whether `signature` is this key's over `data`; false too for a key of another kind, and for nonsense of any sort. */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    if (algorithm.kind === 'ecdsa') {
      return key.kind === 'ec' && verifyEcdsa(algorithm, key, data, signature);
    }
    return key.kind === 'rsa' && verifyRsa(algorithm, key.pkcs1, data, signature);
  } catch {
    return false;
  }
}

/** Elliptic curves all go one way: Electron's cryptography has no Brainpool curves. */
function verifyEcdsa(
  algorithm: SignatureAlgorithm & { kind: 'ecdsa' },
  key: PublicKey & { kind: 'ec' },
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (!decodePoint(key.curve, key.point)) return false;
  const hashed = digest(algorithm.hash, data);
  const format = algorithm.plain ? 'compact' : 'der';
  return key.curve.algorithms.verify(signature, hashed, key.point, { prehash: false, lowS: false, format });
}

function verifyRsa(
  algorithm: SignatureAlgorithm & { kind: 'rsa-pkcs1' | 'rsa-pss' },
  pkcs1: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = createPublicKey({ key: Buffer.from(pkcs1), format: 'der', type: 'pkcs1' });
  switch (algorithm.kind) {
    case 'rsa-pkcs1':
      return verify(algorithm.hash, data, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
    case 'rsa-pss': {
      const { saltLength } = algorithm;
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return verify(algorithm.hash, data, { key, padding, saltLength }, signature);
    }
    default:
      return missingCase(algorithm);
  }
}
