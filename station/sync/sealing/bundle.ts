import { createCipheriv, createDecipheriv, createHash, randomBytes, webcrypto } from 'node:crypto';

/** AES-256-GCM of NIST SP 800-38D with the recommended 96-bit nonce and the full 128-bit tag. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface SealedBundle {
  /** Nonce, ciphertext, tag; one after the other they are the bundle. */
  readonly pieces: readonly Uint8Array[];
  readonly byteLength: number;
  /** 32 bytes, base64url. */
  readonly key: string;
}

/** A key for one bundle and nothing else, and its nonce after it. */
export function newSeal(): Uint8Array {
  return randomBytes(KEY_BYTES + NONCE_BYTES);
}

/** Seals attachments one after the other. The same `seal` may be given again for the very same bytes, and makes the same bundle of them. */
export function sealBundle(attachments: readonly Uint8Array[], seal = newSeal()): SealedBundle {
  const key = seal.subarray(0, KEY_BYTES);
  const nonce = Buffer.from(seal.subarray(KEY_BYTES));
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  const ciphertext = attachments.map((attachment) => cipher.update(attachment));
  // With this cipher nothing comes at the end but the tag (NIST SP 800-38D section 7.1).
  cipher.final();
  const pieces = [nonce, ...ciphertext, cipher.getAuthTag()];
  return {
    pieces,
    byteLength: pieces.reduce((sum, piece) => sum + piece.byteLength, 0),
    key: Buffer.from(key).toString('base64url'),
  };
}

/** Of a bundle's pieces, lower-case hexadecimal. */
export function sha256Of(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Plaintext of a bundle. Throws when a single bit differs. */
export function openBundle(bytes: Uint8Array, key: string): Buffer {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new RangeError('bundle shorter than its nonce and tag');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
  return Buffer.concat([plain, decipher.final()]);
}

/** Lower-case hexadecimal; hashed aside of the event loop. */
export async function sha256Aside(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
