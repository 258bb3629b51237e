/** The four pairs of cipher and MAC that session keys are made for (Doc 9303 part 11, 9.7 and 9.8). */
import { bigEndian, concatBytes } from '../bytes/bytes.ts';
import { AES_BLOCK, aesMac, decryptAes, encryptAes } from './aes.ts';
import { digest, type HashName } from './hash.ts';
import { pad } from './padding.ts';
import { DES_BLOCK, decryptTripleDes, encryptTripleDes, retailMac } from './triple-des.ts';

export type CipherName = '3des' | 'aes-128' | 'aes-192' | 'aes-256';

/** What a derived key is for: the counter of the key derivation function. */
export const KEY_PURPOSE = { encryption: 1, mac: 2, password: 3 } as const;
export type KeyPurpose = keyof typeof KEY_PURPOSE;

export interface CipherSuite {
  readonly name: CipherName;
  readonly blockLength: number;
  /** The key derivation function of 9.7.1. */
  deriveKey(secret: Uint8Array, purpose: KeyPurpose): Uint8Array;
  /** CBC over whole blocks; with AES the start is the encrypted `counter`, with Triple-DES it is zero (9.8.6). */
  encrypt(key: Uint8Array, counter: Uint8Array, data: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, counter: Uint8Array, data: Uint8Array): Uint8Array;
  /** CBC over whole blocks from a start of zero, as a PACE nonce is encrypted (4.4.3.3). */
  encryptNonce(key: Uint8Array, data: Uint8Array): Uint8Array;
  decryptNonce(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Eight bytes over data that its user has already padded to whole blocks. */
  macPadded(key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Eight bytes over data as it is: CMAC pads by itself, for Triple-DES it is padded here (4.4.3.4). */
  mac(key: Uint8Array, data: Uint8Array): Uint8Array;
}

export interface SessionKeys {
  readonly suite: CipherSuite;
  readonly encryption: Uint8Array;
  readonly mac: Uint8Array;
}

const ZERO_AES_BLOCK = new Uint8Array(AES_BLOCK);

const TRIPLE_DES: CipherSuite = {
  name: '3des',
  blockLength: DES_BLOCK,
  deriveKey: (secret, purpose) => derive('sha1', 16, secret, purpose),
  encrypt: (key, _counter, data) => encryptTripleDes(key, data),
  decrypt: (key, _counter, data) => decryptTripleDes(key, data),
  encryptNonce: (key, data) => encryptTripleDes(key, data),
  decryptNonce: decryptTripleDes,
  macPadded: retailMac,
  mac: (key, data) => retailMac(key, pad(data, DES_BLOCK)),
};

const SUITES: Readonly<Record<CipherName, CipherSuite>> = {
  '3des': TRIPLE_DES,
  'aes-128': aesSuite('aes-128', 'sha1', 16),
  'aes-192': aesSuite('aes-192', 'sha256', 24),
  'aes-256': aesSuite('aes-256', 'sha256', 32),
};

export function cipherSuite(name: CipherName): CipherSuite {
  return SUITES[name];
}

/** Both session keys of a shared secret (9.7.1 with counters 1 and 2). */
export function sessionKeys(suite: CipherSuite, secret: Uint8Array): SessionKeys {
  return {
    suite,
    encryption: suite.deriveKey(secret, 'encryption'),
    mac: suite.deriveKey(secret, 'mac'),
  };
}

function aesSuite(name: CipherName, hash: HashName, keyLength: number): CipherSuite {
  const startOf = (key: Uint8Array, counter: Uint8Array) => encryptAes(key, ZERO_AES_BLOCK, counter);
  return {
    name,
    blockLength: AES_BLOCK,
    deriveKey: (secret, purpose) => derive(hash, keyLength, secret, purpose),
    encrypt: (key, counter, data) => encryptAes(key, startOf(key, counter), data),
    decrypt: (key, counter, data) => decryptAes(key, startOf(key, counter), data),
    encryptNonce: (key, data) => encryptAes(key, ZERO_AES_BLOCK, data),
    decryptNonce: (key, data) => decryptAes(key, ZERO_AES_BLOCK, data),
    macPadded: aesMac,
    mac: aesMac,
  };
}

/** Parity bits stay as they fall: DES reads none of them. */
function derive(hash: HashName, keyLength: number, secret: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return digest(hash, concatBytes(secret, bigEndian(KEY_PURPOSE[purpose], 4))).slice(0, keyLength);
}
