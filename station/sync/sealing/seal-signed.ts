import { CompactEncrypt, CompactSign } from 'jose';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import type { StationKey } from './station-key.ts';

/** Signs the JSON of `content` (JWS, RFC 7515) and seals the signature with it to central (JWE, RFC 7516). */
export async function sealSigned(
  content: object,
  signingKey: StationKey,
  sealingKey: PublicKey,
): Promise<string> {
  const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(signingKey);
  return await new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWS' })
    .encrypt(sealingKey);
}
