import { createECDH } from 'node:crypto';
import { expect, test } from 'vitest';
import { curveOfParameterId, decodePoint, sharedSecret } from './curve.ts';
import { drawScalar, encodePoint, systemRandom } from './key-pair.ts';

/** What OpenSSL calls the curves of the standardized domain parameters 8 to 18. */
const OPENSSL_NAMES: readonly (readonly [number, string])[] = [
  [8, 'prime192v1'],
  [9, 'brainpoolP192r1'],
  [10, 'secp224r1'],
  [11, 'brainpoolP224r1'],
  [12, 'prime256v1'],
  [13, 'brainpoolP256r1'],
  [14, 'brainpoolP320r1'],
  [15, 'secp384r1'],
  [16, 'brainpoolP384r1'],
  [17, 'brainpoolP512r1'],
  [18, 'secp521r1'],
];

test.each(OPENSSL_NAMES)('domain parameters %i agree on a secret with %s of OpenSSL', (parameterId, name) => {
  const curve = curveOfParameterId(parameterId);
  if (!curve) throw new Error(`no curve for ${parameterId}`);
  const peer = createECDH(name);
  const peerPoint = decodePoint(curve, Uint8Array.from(peer.generateKeys()));
  if (!peerPoint) throw new Error('the peer made a key off the curve');
  const secret = drawScalar(curve, systemRandom);
  const own = encodePoint(curve.algorithms.Point.BASE.multiply(secret));
  expect(sharedSecret(curve, peerPoint.multiply(secret))).toEqual(Uint8Array.from(peer.computeSecret(own)));
});

test('finite-field groups and numbers nobody gave out are no curves', () => {
  expect([0, 1, 2, 3, 7, 19, 31].map(curveOfParameterId)).toEqual(Array(7).fill(null));
});
