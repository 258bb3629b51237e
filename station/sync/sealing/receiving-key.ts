import { generateKeyPairSync } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { z } from 'zod';
import { type PublicKey, publicKeySchema } from '../../../contract/central/enrolment.ts';

/** An X25519 key pair as a JWK (RFC 8037 §2). It never leaves the encrypted store but in memory. */
export const receivingKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  d: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type ReceivingKey = z.infer<typeof receivingKeySchema>;

/** Its own and not the signing key turned around: one key has one purpose. */
export function makeReceivingKey(): ReceivingKey {
  return receivingKeySchema.parse(generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }));
}

export function receivingHalf({ kty, crv, x }: ReceivingKey): PublicKey {
  return publicKeySchema.parse({ kty, crv, x });
}

/** What was sealed to this key (compact JWE, ECDH-ES, A256GCM). Null when it was not, or is not of the schema. */
export async function openSealed<Schema extends z.ZodType>(
  sealed: string,
  schema: Schema,
  key: ReceivingKey,
): Promise<z.output<Schema> | null> {
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return schema.safeParse(JSON.parse(new TextDecoder().decode(plaintext))).data ?? null;
  } catch {
    return null;
  }
}
