import { CompactSign } from 'jose';
import type { PrivateKey } from './central-keys.ts';

/** Compact JWS (RFC 7515, EdDSA) over the JSON of `payload`. */
export async function signPayload(payload: unknown, key: PrivateKey): Promise<string> {
  return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(key);
}
