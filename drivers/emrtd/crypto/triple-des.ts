/**
 * Two-key Triple-DES in CBC mode and the MAC of ISO/IEC 9797-1 algorithm 3 ("retail MAC"), as BAC and the oldest
 * session keys use them. Everything is done with `des-ede3-cbc`, the one such cipher that both OpenSSL and the
 * BoringSSL of Electron are sure to have: single DES is Triple-DES with three equal keys.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concatBytes } from '../bytes/bytes.ts';

const CIPHER = 'des-ede3-cbc';
export const DES_BLOCK = 8;
const ZERO_BLOCK = new Uint8Array(DES_BLOCK);

/** Key of 16 bytes; data of whole blocks. */
export function encryptTripleDes(
  key: Uint8Array,
  data: Uint8Array,
  start: Uint8Array = ZERO_BLOCK,
): Uint8Array {
  const cipher = createCipheriv(CIPHER, threeKeys(key), start).setAutoPadding(false);
  return concatBytes(cipher.update(data), cipher.final());
}

/** Key of 16 bytes; data of whole blocks. */
export function decryptTripleDes(key: Uint8Array, data: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(CIPHER, threeKeys(key), ZERO_BLOCK).setAutoPadding(false);
  return concatBytes(decipher.update(data), decipher.final());
}

/**
 * Eight bytes over whole blocks, at least one: all blocks but the last in a chain of single DES with the key's first
 * half, the last in Triple-DES, which is what the algorithm's final decryption and encryption amount to.
 */
export function retailMac(key: Uint8Array, data: Uint8Array): Uint8Array {
  const first = key.subarray(0, 8);
  const lastBlock = data.length - DES_BLOCK;
  const chained = encryptTripleDes(concatBytes(first, first), data.subarray(0, lastBlock));
  const start = lastBlock === 0 ? ZERO_BLOCK : chained.subarray(-DES_BLOCK);
  return encryptTripleDes(key, data.subarray(lastBlock), start);
}

function threeKeys(key: Uint8Array): Uint8Array {
  return concatBytes(key, key.subarray(0, 8));
}
