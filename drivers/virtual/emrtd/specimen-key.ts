/** Keys that issuers and chips of specimens sign with. */
import { constants, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type CurveName, curveNamed } from '../../emrtd/crypto/curve.ts';
import { digest, type HashName } from '../../emrtd/crypto/hash.ts';
import { tlv } from './chip-tlv.ts';

export type SpecimenAlgorithm =
  | {
      readonly kind: 'ecdsa';
      readonly curve: CurveName;
      readonly hash: HashName;
      readonly spelledOut?: boolean;
    }
  | { readonly kind: 'rsa-pkcs1' | 'rsa-pss'; readonly hash: HashName };

export interface SpecimenKey {
  /** SubjectPublicKeyInfo. */
  readonly publicKeyInfo: Buffer;
  /** AlgorithmIdentifier of its signatures. */
  readonly algorithmIdentifier: Buffer;
  readonly hash: HashName;
  sign(data: Uint8Array): Buffer;
}

const RSA_BITS = 2048;
const NULL = Buffer.of(0x05, 0x00);
const RSA_ARC = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
const RSA_HASH_ARC: Readonly<Record<HashName, number>> = {
  sha1: 5,
  sha224: 14,
  sha256: 11,
  sha384: 12,
  sha512: 13,
};
const ECDSA_ARC = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04];
const ECDSA_HASH_ARCS: Readonly<Record<HashName, readonly number[]>> = {
  sha1: [0x01],
  sha224: [0x03, 0x01],
  sha256: [0x03, 0x02],
  sha384: [0x03, 0x03],
  sha512: [0x03, 0x04],
};
const HASH_IDENTIFIERS: Readonly<Record<HashName, readonly number[]>> = {
  sha1: [0x2b, 0x0e, 0x03, 0x02, 0x1a],
  sha224: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04],
  sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01],
  sha384: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02],
  sha512: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03],
};

export function hashIdentifier(hash: HashName): Buffer {
  return tlv(0x30, tlv(0x06, Buffer.from(HASH_IDENTIFIERS[hash])));
}

/** The same seed gives the same key on a curve; an RSA key is new each time, and takes a moment. */
export function createSpecimenKey(algorithm: SpecimenAlgorithm, seed: string): SpecimenKey {
  return algorithm.kind === 'ecdsa' ? ecKey(algorithm, seed) : rsaKey(algorithm);
}

/** A secret scalar out of a seed. */
export function seededScalar(curve: CurveName, seed: string): bigint {
  const bytes = Buffer.concat([
    digest('sha512', Buffer.from(`${seed} 1`)),
    digest('sha512', Buffer.from(`${seed} 2`)),
  ]);
  const order = curveNamed(curve).algorithms.Point.Fn.ORDER;
  return (BigInt(`0x${bytes.toString('hex')}`) % (order - 1n)) + 1n;
}

/** SubjectPublicKeyInfo of a point, its curve named or, as Doc 9303 part 12 wants it, spelled out. */
export function ecPublicKeyInfo(curve: CurveName, point: Uint8Array, spelledOut: boolean): Buffer {
  const identifier = tlv(0x06, Buffer.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01));
  const parameters = spelledOut
    ? spelledOutCurve(curve)
    : tlv(0x06, dottedBytes(curveNamed(curve).objectIdentifier));
  return tlv(0x30, tlv(0x30, identifier, parameters), tlv(0x03, Buffer.of(0), point));
}

function ecKey(algorithm: SpecimenAlgorithm & { kind: 'ecdsa' }, seed: string): SpecimenKey {
  const { algorithms } = curveNamed(algorithm.curve);
  const { Point } = algorithms;
  const scalar = seededScalar(algorithm.curve, seed);
  const secret = Point.Fn.toBytes(scalar);
  const point = Point.BASE.multiply(scalar).toBytes(false);
  const arcs = Buffer.of(...ECDSA_ARC, ...ECDSA_HASH_ARCS[algorithm.hash]);
  return {
    publicKeyInfo: ecPublicKeyInfo(algorithm.curve, point, algorithm.spelledOut ?? false),
    algorithmIdentifier: tlv(0x30, tlv(0x06, arcs)),
    hash: algorithm.hash,
    sign: (data) =>
      Buffer.from(
        algorithms.sign(digest(algorithm.hash, data), secret, { prehash: false, lowS: false, format: 'der' }),
      ),
  };
}

function rsaKey(algorithm: SpecimenAlgorithm & { kind: 'rsa-pkcs1' | 'rsa-pss' }): SpecimenKey {
  const key = newRsaKey();
  const { hash } = algorithm;
  const publicKeyInfo = key.public.export({ format: 'der', type: 'spki' });
  if (algorithm.kind === 'rsa-pkcs1') {
    return {
      publicKeyInfo,
      algorithmIdentifier: tlv(0x30, tlv(0x06, Buffer.of(...RSA_ARC, RSA_HASH_ARC[hash])), NULL),
      hash,
      sign: (data) => sign(hash, data, key.private),
    };
  }
  const saltLength = digest(hash).length;
  const mask = tlv(0x30, tlv(0x06, Buffer.of(...RSA_ARC, 8)), hashIdentifier(hash));
  const salt = tlv(0x02, Buffer.of(saltLength));
  const parameters = tlv(0x30, tlv(0xa0, hashIdentifier(hash)), tlv(0xa1, mask), tlv(0xa2, salt));
  return {
    publicKeyInfo,
    algorithmIdentifier: tlv(0x30, tlv(0x06, Buffer.of(...RSA_ARC, 10)), parameters),
    hash,
    sign: (data) =>
      sign(hash, data, { key: key.private, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }),
  };
}

export function newRsaKey(): { readonly private: KeyObject; readonly public: KeyObject } {
  const pair = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
  const exported = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    private: createPrivateKey({ key: exported, format: 'der', type: 'pkcs8' }),
    public: pair.publicKey,
  };
}

function spelledOutCurve(name: CurveName): Buffer {
  const { algorithms } = curveNamed(name);
  const { Fp, Fn, BASE } = algorithms.Point;
  const { p, a, b, n, h } = algorithms.Point.CURVE();
  const primeField = tlv(0x06, Buffer.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01, 0x01));
  return tlv(
    0x30,
    integer(1n),
    tlv(0x30, primeField, integer(p)),
    tlv(0x30, tlv(0x04, Fp.toBytes(a)), tlv(0x04, Fp.toBytes(b))),
    tlv(0x04, BASE.toBytes(false)),
    integer(n),
    integer(Fn.create(h)),
  );
}

/** An INTEGER that is not negative. */
export function integer(value: bigint): Buffer {
  const text = value.toString(16);
  const bytes = Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex');
  return tlv(0x02, (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

function dottedBytes(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left % 128) | 0x80);
    return digits;
  });
  return Buffer.of(first * 40 + second, ...bytes);
}
