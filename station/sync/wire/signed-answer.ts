import { compactVerify } from 'jose';
import type { z } from 'zod';
import type { PublicKey } from '../../../contract/central/enrolment.ts';

/**
 * Payload of a compact JWS by central's pinned key. Null when it is not signed by that key or not of the schema; which
 * of the two makes no difference, because neither may be believed.
 */
export async function readSigned<Schema extends z.ZodType>(
  token: string,
  schema: Schema,
  signingKey: PublicKey,
): Promise<z.output<Schema> | null> {
  try {
    const { payload } = await compactVerify(token, signingKey, {
      algorithms: ['EdDSA', 'Ed25519'],
    });
    const read = schema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
