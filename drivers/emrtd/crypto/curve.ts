/** The elliptic curves of passports: for PACE and chip authentication, and for signatures. */
import { type ECDSA, ecdsa, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  BRAINPOOL_P192,
  BRAINPOOL_P224,
  BRAINPOOL_P320,
  type CurveParameters,
  NIST_P192,
  NIST_P224,
} from './curve-parameters.ts';

export type CurveName =
  | 'P-192'
  | 'brainpoolP192r1'
  | 'P-224'
  | 'brainpoolP224r1'
  | 'P-256'
  | 'brainpoolP256r1'
  | 'brainpoolP320r1'
  | 'P-384'
  | 'brainpoolP384r1'
  | 'brainpoolP512r1'
  | 'P-521';

export type CurvePoint = InstanceType<ECDSA['Point']>;

export interface Curve {
  readonly name: CurveName;
  /** Number in the table of standardized domain parameters (Doc 9303 part 11, 9.5.1). */
  readonly parameterId: number;
  readonly objectIdentifier: string;
  /** Bytes of one coordinate. */
  readonly fieldLength: number;
  readonly algorithms: ECDSA;
}

const CURVES: readonly Curve[] = [
  curve('P-192', 8, '1.2.840.10045.3.1.1', ownCurve(NIST_P192)),
  curve('brainpoolP192r1', 9, '1.3.36.3.3.2.8.1.1.3', ownCurve(BRAINPOOL_P192)),
  curve('P-224', 10, '1.3.132.0.33', ownCurve(NIST_P224)),
  curve('brainpoolP224r1', 11, '1.3.36.3.3.2.8.1.1.5', ownCurve(BRAINPOOL_P224)),
  curve('P-256', 12, '1.2.840.10045.3.1.7', p256),
  curve('brainpoolP256r1', 13, '1.3.36.3.3.2.8.1.1.7', brainpoolP256r1),
  curve('brainpoolP320r1', 14, '1.3.36.3.3.2.8.1.1.9', ownCurve(BRAINPOOL_P320)),
  curve('P-384', 15, '1.3.132.0.34', p384),
  curve('brainpoolP384r1', 16, '1.3.36.3.3.2.8.1.1.11', brainpoolP384r1),
  curve('brainpoolP512r1', 17, '1.3.36.3.3.2.8.1.1.13', brainpoolP512r1),
  curve('P-521', 18, '1.3.132.0.35', p521),
];

/** Null for the numbers of finite-field groups and for those nobody gave out. */
export function curveOfParameterId(parameterId: number): Curve | null {
  return CURVES.find((candidate) => candidate.parameterId === parameterId) ?? null;
}

export function curveOfIdentifier(objectIdentifier: string): Curve | null {
  return CURVES.find((candidate) => candidate.objectIdentifier === objectIdentifier) ?? null;
}

export function curveNamed(name: CurveName): Curve {
  const found = CURVES.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`There is no curve ${name}`);
  return found;
}

/** The known curve with exactly these parameters: a key may spell out its own, and only a known one is taken. */
export function curveOfParameters(given: Omit<CurveParameters, 'h'>): Curve | null {
  const found = CURVES.find((candidate) => candidate.algorithms.Point.CURVE().p === given.p);
  if (!found) return null;
  const known = found.algorithms.Point.CURVE();
  const same =
    known.a === given.a &&
    known.b === given.b &&
    known.n === given.n &&
    known.Gx === given.Gx &&
    known.Gy === given.Gy;
  return same ? found : null;
}

/** A point from its uncompressed form, checked to lie on the curve; null otherwise. */
export function decodePoint(on: Curve, bytes: Uint8Array): CurvePoint | null {
  if (bytes[0] !== 0x04 || bytes.length !== 1 + 2 * on.fieldLength) return null;
  try {
    const point = on.algorithms.Point.fromBytes(bytes);
    point.assertValidity();
    return point;
  } catch {
    return null;
  }
}

/** The x-coordinate in full length, which is what a key agreement yields (9.6). */
export function sharedSecret(on: Curve, point: CurvePoint): Uint8Array {
  return point.toBytes(false).slice(1, 1 + on.fieldLength);
}

function curve(name: CurveName, parameterId: number, objectIdentifier: string, algorithms: ECDSA): Curve {
  return { name, parameterId, objectIdentifier, fieldLength: algorithms.Point.Fp.BYTES, algorithms };
}

/** Digests are always made before these algorithms see them: the hash named here only seeds deterministic nonces. */
function ownCurve(parameters: CurveParameters): ECDSA {
  return ecdsa(weierstrass(parameters), sha256);
}
