import { randomBytes } from 'node:crypto';
import { CompactSign } from 'jose';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import type { SealingKeys } from '../sealing/sealer.ts';

/** Proves to central which station asks, and tells what to seal to for it. The nonce makes every token another one; no clock is involved. */
export async function signBearer(
  keys: Pick<SealingKeys, 'stationId' | 'signingKey'>,
  receivingKey: PublicKey,
): Promise<string> {
  const nonce = randomBytes(16).toString('base64url');
  const payload = { stationId: keys.stationId, nonce, receivingKey };
  return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(keys.signingKey);
}
