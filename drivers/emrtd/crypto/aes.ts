import { cbc, cmac } from '@noble/ciphers/aes.js';

export const AES_BLOCK = 16;
/** Doc 9303 part 11 (9.8.6.2) keeps the first eight bytes of a CMAC. */
const MAC_LENGTH = 8;

/** CBC without padding: whole blocks in, as many out. */
export function encryptAes(key: Uint8Array, start: Uint8Array, data: Uint8Array): Uint8Array {
  return cbc(key, start, { disablePadding: true }).encrypt(data);
}

export function decryptAes(key: Uint8Array, start: Uint8Array, data: Uint8Array): Uint8Array {
  return cbc(key, start, { disablePadding: true }).decrypt(data);
}

/** CMAC (NIST SP 800-38B) cut to eight bytes. */
export function aesMac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return cmac(data, key).slice(0, MAC_LENGTH);
}
