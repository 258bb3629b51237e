import { createDecipheriv, createHash } from 'node:crypto';
import type { Rejection, SealedBundle } from '../../contract/central/packet.ts';
import { cut, joined, lengthOf, letGo, type Pieces } from '../bundles/pieces.ts';
import { createManifestCheck, type Manifest } from './manifest-check.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is sealed in a bundle, one after the other (see `packetContentSchema`). */
export interface BundleContent {
  readonly bundle: SealedBundle | null;
  readonly attachments: readonly Manifest[];
}

export type OpenedBundle = { readonly attachments: readonly Buffer[] } | { readonly rejection: Rejection };

/** Opens a bundle into its attachments, each checked against its manifest. */
export function openBundle(bytes: Buffer, content: BundleContent): OpenedBundle {
  const plain: Uint8Array[] = [];
  const rejection = openInto([bytes], content, (piece) => void plain.push(piece));
  if (rejection !== null) return { rejection };
  const whole = joined(plain);
  let end = 0;
  const attachments = content.attachments.map(({ byteLength }) => {
    end += byteLength;
    return whole.subarray(end - byteLength, end);
  });
  return { attachments };
}

/** Why `openBundle` would not open it; null when it would. Nothing of what is sealed stays in memory. */
export function checkBundle(pieces: Pieces, content: BundleContent): Rejection | null {
  return openInto(pieces, content, (piece) => letGo([piece]));
}

function openInto(
  pieces: Pieces,
  { bundle, attachments }: BundleContent,
  onPlain: (piece: Uint8Array) => void,
): Rejection | null {
  if (bundle === null) return 'ill-formed';
  const manifest = createManifestCheck(attachments);
  function take(piece: Uint8Array): void {
    manifest.add(piece);
    onPlain(piece);
  }
  // The cipher's tag stands for the whole and each part has its own hash: that of the whole only tells what is wrong.
  if (!decrypt(pieces, bundle.key, take)) return hasHash(pieces, bundle) ? 'not-readable' : 'wrong-hash';
  return manifest.end();
}

/** Opens any bundle that is what `sealedBundleSchema` says of it. */
export function openCiphertext(
  pieces: Pieces,
  bundle: SealedBundle,
): { readonly plain: Buffer } | { readonly rejection: Rejection } {
  if (!hasHash(pieces, bundle)) return { rejection: 'wrong-hash' };
  const plain: Uint8Array[] = [];
  const opens = decrypt(pieces, bundle.key, (piece) => void plain.push(piece));
  return opens ? { plain: joined(plain) } : { rejection: 'not-readable' };
}

function hasHash(pieces: Pieces, { sha256 }: SealedBundle): boolean {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex') === sha256;
}

/** Nothing that `onPlain` was told counts before this says that it is what was sealed. */
function decrypt(pieces: Pieces, key: string, onPlain: (piece: Uint8Array) => void): boolean {
  const end = lengthOf(pieces) - TAG_BYTES;
  if (end < NONCE_BYTES) return false;
  try {
    const nonce = joined(cut(pieces, 0, NONCE_BYTES));
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), nonce, options);
    decipher.setAuthTag(joined(cut(pieces, end, end + TAG_BYTES)));
    for (const piece of cut(pieces, NONCE_BYTES, end)) onPlain(decipher.update(piece));
    // With this cipher nothing comes at the end but the verdict (NIST SP 800-38D section 7.2).
    decipher.final();
    return true;
  } catch {
    return false;
  }
}
