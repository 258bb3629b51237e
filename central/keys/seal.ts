import { CompactEncrypt } from 'jose';
import type { PublicKey } from '../../contract/central/enrolment.ts';

/** Compact JWE (RFC 7516, ECDH-ES and A256GCM) over the JSON of `payload`, which only the holder of `key` can read. */
export async function sealPayload(payload: unknown, key: PublicKey): Promise<string> {
  return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(key);
}
