import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { type PublicKey, publicKeySchema } from '../../contract/central/enrolment.ts';
import type { Database } from '../database/database.ts';

const privateKeySchema = publicKeySchema.extend({ d: z.string() });
export type PrivateKey = z.infer<typeof privateKeySchema>;

export interface CentralKeys {
  /** X25519: opens packets. */
  readonly sealing: PrivateKey;
  /** Ed25519: signs acknowledgements, changes and the catalog. */
  readonly signing: PrivateKey;
}

async function makeKey(kind: keyof CentralKeys): Promise<PrivateKey> {
  const pair =
    kind === 'sealing'
      ? await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })
      : await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { kty, crv, x, d } = await exportJWK(pair.privateKey);
  return privateKeySchema.parse({ kty, crv, x, d });
}

/** Reads the keys, making them at the first start; when two copies start together the first to write wins. */
export async function loadCentralKeys(database: Database): Promise<CentralKeys> {
  async function load(kind: keyof CentralKeys): Promise<PrivateKey> {
    const read = async () => {
      const [row] = await database.query('SELECT jwk FROM central_keys WHERE kind = $1', [kind]);
      return row && privateKeySchema.parse(row.jwk);
    };
    const present = await read();
    if (present) return present;
    await database.query('INSERT INTO central_keys (kind, jwk) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      kind,
      JSON.stringify(await makeKey(kind)),
    ]);
    const made = await read();
    if (!made) throw new Error(`the ${kind} key was not kept`);
    return made;
  }
  return { sealing: await load('sealing'), signing: await load('signing') };
}

export function publicHalf({ kty, crv, x }: PrivateKey): PublicKey {
  return { kty, crv, x };
}
