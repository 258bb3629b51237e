/** The public keys passports are signed with, and chips authenticate with (RFC 5280, 4.1.2.7; RFC 5480; RFC 8017). */
import { ECParameters } from '@peculiar/asn1-ecc';

import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { bigintOf } from '../bytes/bytes.ts';
import { unwrapTlv } from '../bytes/tlv.ts';
import { type Curve, curveOfIdentifier, curveOfParameters } from '../crypto/curve.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { readAsn } from './read-asn.ts';

export type PublicKey =
  /** `pkcs1` is the RSAPublicKey structure. */
  | { readonly kind: 'rsa'; readonly pkcs1: Uint8Array }
  /** `point` uncompressed. */
  | { readonly kind: 'ec'; readonly curve: Curve; readonly point: Uint8Array };

const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC = ['1.2.840.10045.2.1', '1.3.132.1.12'];
const PRIME_FIELD = '1.2.840.10045.1.1';

/** Throws `malformed`, or `unsupported` for other kinds and curves. */
export function decodePublicKey(bytes: Uint8Array): PublicKey {
  return publicKeyOf(readAsn('A public key', bytes, SubjectPublicKeyInfo));
}

export function publicKeyOf(info: SubjectPublicKeyInfo): PublicKey {
  const { algorithm, parameters } = info.algorithm;
  const key = new Uint8Array(info.subjectPublicKey);
  if (RSA.includes(algorithm)) return { kind: 'rsa', pkcs1: key };
  if (!EC.includes(algorithm) || !parameters) {
    throw new EmrtdError('unsupported', `A public key is of the unknown kind ${algorithm}`);
  }
  return { kind: 'ec', curve: curveOf(new Uint8Array(parameters)), point: key };
}

/** Doc 9303 part 12 (4.4.3) wants the parameters spelled out; many issuers name the curve instead. */
function curveOf(bytes: Uint8Array): Curve {
  const parameters = readAsn('The parameters of a key', bytes, ECParameters);
  const curve = parameters.namedCurve
    ? curveOfIdentifier(parameters.namedCurve)
    : curveOfSpecification(parameters);
  if (!curve) throw new EmrtdError('unsupported', 'A public key is on an unknown curve');
  return curve;
}

function curveOfSpecification(parameters: ECParameters): Curve | null {
  const domain = parameters.specifiedCurve;
  if (domain?.fieldID.fieldType !== PRIME_FIELD) return null;
  const base = new Uint8Array(domain.base.buffer);
  if (base[0] !== 0x04 || base.length % 2 !== 1) return null;
  const half = (base.length - 1) / 2;
  return curveOfParameters({
    p: bigintOf(unwrapTlv(new Uint8Array(domain.fieldID.parameters), 0x02)),
    a: bigintOf(new Uint8Array(domain.curve.a)),
    b: bigintOf(new Uint8Array(domain.curve.b)),
    Gx: bigintOf(base.subarray(1, 1 + half)),
    Gy: bigintOf(base.subarray(1 + half)),
    n: bigintOf(new Uint8Array(domain.order)),
  });
}
