/** Active authentication (Doc 9303 part 11, 6.1): the chip signs a challenge with the private key of DG15. */
import { constants, createPublicKey, type KeyObject, publicDecrypt } from 'node:crypto';
import { type CardExchange, refused } from '../apdu/card-exchange.ts';
import { command } from '../apdu/command-apdu.ts';
import { STATUS } from '../apdu/response-apdu.ts';
import { equalBytes } from '../bytes/bytes.ts';
import { unwrapTlv } from '../bytes/tlv.ts';
import { digest, type HashName } from '../crypto/hash.ts';
import type { RandomSource } from '../crypto/key-pair.ts';
import { EmrtdError } from '../emrtd-error.ts';
import { decodePublicKey, type PublicKey } from '../trust/public-key.ts';
import { signatureAlgorithm } from '../trust/signature-algorithm.ts';
import { verifySignature } from '../trust/verify-signature.ts';

const INTERNAL_AUTHENTICATE = 0x88;
const CHALLENGE_LENGTH = 8;
/** Where DG14 names no algorithm, signatures of elliptic curves were made over this hash. */
const UNNAMED_HASH = '0.4.0.127.0.7.1.1.4.1.3';

/** Hash identifiers in the trailer of ISO/IEC 9796-2 (ISO/IEC 10118-3); `BC` stands alone for SHA-1. */
const TRAILER_HASHES: ReadonlyMap<number, HashName> = new Map([
  [0x33, 'sha1'],
  [0x34, 'sha256'],
  [0x35, 'sha512'],
  [0x36, 'sha384'],
  [0x38, 'sha224'],
]);

/**
 * Whether the chip signs with the key of `dg15`. `algorithm` is what DG14 says, `mostPlain` the longest answer the
 * exchange brings. Fails with `malformed` or `unsupported` for a key that cannot be read, and as the exchange does.
 */
export async function authenticateActively(
  exchange: CardExchange,
  dg15: Uint8Array,
  algorithm: string | null,
  random: RandomSource,
  mostPlain: number,
): Promise<boolean> {
  const key = decodePublicKey(unwrapTlv(dg15, 0x6f));
  if (signatureLength(key) > mostPlain) {
    throw new EmrtdError(
      'unsupported',
      'The signature of the chip is longer than an answer of the card can be',
    );
  }
  const challenge = random(CHALLENGE_LENGTH);
  const response = await exchange.send(
    command(INTERNAL_AUTHENTICATE, 0, 0, { data: challenge, expected: Math.min(mostPlain, 65_536) }),
  );
  if (response.statusWord !== STATUS.ok) throw refused('active authentication', response);
  if (key.kind === 'rsa') return verifyRecoverable(key, challenge, response.data);
  const named = signatureAlgorithm(algorithm ?? UNNAMED_HASH, null);
  return verifySignature(named, key, challenge, response.data);
}

function signatureLength(key: PublicKey): number {
  if (key.kind === 'ec') return 2 * key.curve.algorithms.Point.Fn.BYTES;
  return (rsaKey(key)?.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}

/** ISO/IEC 9796-2 scheme 1 with partial recovery: header 6A, a part chosen by the chip, a hash, the trailer. */
function verifyRecoverable(
  key: PublicKey & { kind: 'rsa' },
  challenge: Uint8Array,
  signature: Uint8Array,
): boolean {
  const message = recover(key, signature);
  if (message?.[0] !== 0x6a) return false;
  const hash = message.at(-1) === 0xbc ? 'sha1' : TRAILER_HASHES.get(message.at(-2) ?? 0);
  const trailer = message.at(-1) === 0xbc ? 1 : 2;
  if (!hash || (trailer === 2 && message.at(-1) !== 0xcc)) return false;
  const hashLength = digest(hash).length;
  const hashStart = message.length - trailer - hashLength;
  if (hashStart < 1) return false;
  const recovered = message.subarray(1, hashStart);
  return equalBytes(message.subarray(hashStart, hashStart + hashLength), digest(hash, recovered, challenge));
}

function recover(key: PublicKey & { kind: 'rsa' }, signature: Uint8Array): Uint8Array | null {
  const publicKey = rsaKey(key);
  if (!publicKey) return null;
  try {
    return Uint8Array.from(publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature));
  } catch {
    return null;
  }
}

/** Null when the structure inside the key is none. */
function rsaKey(key: PublicKey & { kind: 'rsa' }): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(key.pkcs1), format: 'der', type: 'pkcs1' });
  } catch {
    return null;
  }
}
