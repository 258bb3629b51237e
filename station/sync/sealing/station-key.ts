import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { type PublicKey, publicKeySchema } from '../../../contract/central/enrolment.ts';

/** An Ed25519 key pair as a JWK (RFC 8037 §2). It never leaves the encrypted store but in memory. */
export const stationKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  d: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type StationKey = z.infer<typeof stationKeySchema>;

export function makeStationKey(): StationKey {
  return stationKeySchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
}

export function publicHalf(key: StationKey): PublicKey {
  return publicKeySchema.parse({ kty: key.kty, crv: key.crv, x: key.x });
}
