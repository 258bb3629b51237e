import { createDecipheriv, createHash } from 'node:crypto';
import type { PacketContent, Rejection, SealedBundle } from '../../contract/central/packet.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type OpenedBundle = { readonly attachments: readonly Buffer[] } | { readonly rejection: Rejection };

/** Opens a bundle (see `packetContentSchema`) into its attachments, each checked against its manifest. */
export function openBundle(bytes: Buffer, { application, bundle }: PacketContent): OpenedBundle {
  if (bundle === null) return { rejection: 'ill-formed' };
  // The cipher's tag stands for the whole and each part has its own hash: that of the whole only tells what is wrong.
  const plain = decrypt(bytes, bundle.key);
  if (plain === null) return { rejection: hasHash(bytes, bundle) ? 'not-readable' : 'wrong-hash' };
  const total = application.attachments.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (total !== plain.length) return { rejection: 'ill-formed' };
  let offset = 0;
  const attachments: Buffer[] = [];
  for (const { byteLength, sha256 } of application.attachments) {
    const attachment = plain.subarray(offset, offset + byteLength);
    if (createHash('sha256').update(attachment).digest('hex') !== sha256) return { rejection: 'wrong-hash' };
    attachments.push(attachment);
    offset += byteLength;
  }
  return { attachments };
}

/** Opens any bundle that is what `sealedBundleSchema` says of it. */
export function openCiphertext(
  bytes: Buffer,
  bundle: SealedBundle,
): { readonly plain: Buffer } | { readonly rejection: Rejection } {
  if (!hasHash(bytes, bundle)) return { rejection: 'wrong-hash' };
  const plain = decrypt(bytes, bundle.key);
  return plain ? { plain } : { rejection: 'not-readable' };
}

function hasHash(bytes: Buffer, { sha256 }: SealedBundle): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}

function decrypt(bytes: Buffer, key: string): Buffer | null {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'base64url'),
      bytes.subarray(0, NONCE_BYTES),
      {
        authTagLength: TAG_BYTES,
      },
    );
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    const plain = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
    // With this cipher nothing comes at the end but the verdict (NIST SP 800-38D section 7.2), so nothing is copied.
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
