import { CompactEncrypt } from 'jose';
import type { EnrolmentRequest, PublicKey } from '../../../contract/central/enrolment.ts';

/** Seals a request to enrol, whose code nobody but central may read (JWE, RFC 7516). */
export async function sealEnrolment(request: EnrolmentRequest, sealingKey: PublicKey): Promise<string> {
  return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(request)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(sealingKey);
}
