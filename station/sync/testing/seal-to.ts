import { CompactEncrypt, importJWK } from 'jose';
import type { PublicKey } from '../../../contract/central/enrolment.ts';

/** What central seals to a station's key, written from the contract alone. */
export async function sealTo(payload: unknown, key: PublicKey): Promise<string> {
  return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}
