import { createHash } from 'node:crypto';
import { compactDecrypt, compactVerify, decodeJwt, importJWK } from 'jose';
import {
  type PacketContent,
  type PacketCore,
  packetContentSchema,
  type Rejection,
} from '../../contract/central/packet.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import type { Station } from '../stations/stations.ts';

export type Opened = { readonly content: PacketContent } | { readonly rejection: Rejection };

async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

/** Opens a core with central's key, checks the station's signature and that what is sealed is what the envelope says. */
export async function openPacket(
  core: PacketCore,
  station: Station,
  sealingKey: PrivateKey,
): Promise<Opened> {
  if (createHash('sha256').update(core.sealed).digest('hex') !== core.sha256)
    return { rejection: 'wrong-hash' };
  const opened = await attempt(async () =>
    compactDecrypt(core.sealed, await importJWK(sealingKey, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    }),
  );
  if (!opened) return { rejection: 'not-readable' };
  const verified = await attempt(async () =>
    compactVerify(opened.plaintext, await importJWK(station.signingKey, 'EdDSA'), { algorithms: ['EdDSA'] }),
  );
  if (!verified) {
    // Nothing is believed of what is not signed, but a packet that says it is another station's is told so.
    const said = await attempt(async () =>
      decodeJwt<{ stationId?: unknown }>(new TextDecoder().decode(opened.plaintext)),
    );
    return { rejection: said && said.stationId !== station.id ? 'wrong-station' : 'wrong-signature' };
  }
  const parsed = await attempt(async () =>
    packetContentSchema.parse(JSON.parse(new TextDecoder().decode(verified.payload))),
  );
  if (!parsed) return { rejection: 'ill-formed' };
  if (parsed.stationId !== station.id || parsed.application.stationId !== station.id) {
    return { rejection: 'wrong-station' };
  }
  const { application, bundle } = parsed;
  const agrees =
    parsed.packetId === core.packetId &&
    application.id === core.applicationId &&
    application.revision === core.revision &&
    (bundle?.byteLength ?? 0) === core.bundleByteLength &&
    (bundle === null) === (application.attachments.length === 0);
  return agrees ? { content: parsed } : { rejection: 'ill-formed' };
}
