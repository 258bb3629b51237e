import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { type PublicKey, publicKeySchema } from '../../../contract/central/enrolment.ts';

const pairSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.enum(['Ed25519', 'X25519']),
  x: z.string(),
  d: z.string(),
});

export interface TestKeyPair {
  readonly privateKey: z.infer<typeof pairSchema>;
  readonly publicKey: PublicKey;
}

export function makeSealingPair(): TestKeyPair {
  return toPair(generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }));
}

export function makeSigningPair(): TestKeyPair {
  return toPair(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
}

function toPair(exported: unknown): TestKeyPair {
  const privateKey = pairSchema.parse(exported);
  const { kty, crv, x } = privateKey;
  return { privateKey, publicKey: publicKeySchema.parse({ kty, crv, x }) };
}
