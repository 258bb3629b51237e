import { compactVerify } from 'jose';
import { z } from 'zod';
import { type PublicKey, publicKeySchema } from '../../contract/central/enrolment.ts';

const receivingKeySchema = publicKeySchema.extend({ crv: z.literal('X25519') });
const bearerSchema = z.object({ receivingKey: receivingKeySchema.nullable().default(null) });

export interface Bearer {
  /** X25519: what central seals to for the station; null for one that did not tell. */
  readonly receivingKey: PublicKey | null;
}

/** A station uses one for all requests of a round: so many stations may be at it at once. */
const REMEMBERED = 2_000;

/** Checks tokens against a station's signing key, each pair once. */
export interface ProvedTokens {
  /** Rejects when that key did not sign this token. */
  prove(token: string, signingKey: PublicKey): Promise<Bearer>;
}

export function createProvedTokens(): ProvedTokens {
  const proved = new Map<string, Bearer>();
  return {
    async prove(token, signingKey) {
      const pair = `${signingKey.x} ${token}`;
      const known = proved.get(pair);
      if (known !== undefined) return known;
      const { payload } = await compactVerify(token, signingKey, { algorithms: ['EdDSA'] });
      const bearer = bearerSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
      if (proved.size >= REMEMBERED) proved.clear();
      proved.set(pair, bearer);
      return bearer;
    },
  };
}
