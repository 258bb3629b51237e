import { createHash } from 'node:crypto';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import { type PacketContent, type PacketCore, packetCoreSchema } from '../../../contract/central/packet.ts';
import { sealSigned } from './seal-signed.ts';
import { SealingError } from './sealing-error.ts';
import type { StationKey } from './station-key.ts';

/** Signs the content (JWS, RFC 7515) and seals the signature with it to central (JWE, RFC 7516). */
export async function sealCore(
  content: PacketContent,
  signingKey: StationKey,
  sealingKey: PublicKey,
): Promise<PacketCore> {
  const sealed = await sealSigned(content, signingKey, sealingKey);
  const core = packetCoreSchema.safeParse({
    packetId: content.packetId,
    applicationId: content.application.id,
    revision: content.application.revision,
    sha256: createHash('sha256').update(sealed).digest('hex'),
    sealed,
    bundleByteLength: content.bundle?.byteLength ?? 0,
  });
  if (!core.success) throw new SealingError('core-too-large');
  return core.data;
}
