import { createHash } from 'node:crypto';
import { compactDecrypt, compactVerify, decodeJwt } from 'jose';
import type { Rejection } from '../../contract/central/packet.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import type { Station } from '../stations/stations.ts';

/** What was sealed, signed by the station; JSON that is still to be read by its schema. */
export type OpenedSeal = { readonly payload: unknown } | { readonly rejection: Rejection };

async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/** Opens what a station sealed with central's key and checks its hash and the station's signature. */
export async function openSealed(
  { sealed, sha256 }: { readonly sealed: string; readonly sha256: string },
  station: Station,
  sealingKey: PrivateKey,
): Promise<OpenedSeal> {
  if (createHash('sha256').update(sealed).digest('hex') !== sha256) return { rejection: 'wrong-hash' };
  const opened = await attempt(async () =>
    compactDecrypt(sealed, sealingKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }),
  );
  if (!opened) return { rejection: 'not-readable' };
  const verified = await attempt(async () =>
    compactVerify(opened.plaintext, station.signingKey, { algorithms: ['EdDSA'] }),
  );
  if (!verified) {
    // Nothing is believed of what is not signed, but a packet that says it is another station's is told so.
    const said = await attempt(async () =>
      decodeJwt<{ stationId?: unknown }>(new TextDecoder().decode(opened.plaintext)),
    );
    return { rejection: said && said.stationId !== station.id ? 'wrong-station' : 'wrong-signature' };
  }
  const payload = await attempt(
    async () => JSON.parse(new TextDecoder().decode(verified.payload)) as unknown,
  );
  return { payload };
}
