import type { PublicKey } from '../../../contract/central/enrolment.ts';
import { acknowledgementSchema, type PacketCore } from '../../../contract/central/packet.ts';
import { readSigned } from '../wire/signed-answer.ts';

export interface PinnedCentral {
  readonly stationId: string;
  /** Ed25519: acknowledgements and changes are signed by it. */
  readonly signingKey: PublicKey;
}

type AcknowledgedPacket = Pick<PacketCore, 'packetId' | 'applicationId' | 'revision' | 'sha256'>;

/** Whether central, by its pinned key, says that it has exactly this packet of this station. */
export async function acknowledges(
  token: string,
  packet: AcknowledgedPacket,
  central: PinnedCentral,
): Promise<boolean> {
  const word = await readSigned(token, acknowledgementSchema, central.signingKey);
  return (
    word !== null &&
    word.stationId === central.stationId &&
    word.packetId === packet.packetId &&
    word.applicationId === packet.applicationId &&
    word.revision === packet.revision &&
    word.sha256 === packet.sha256
  );
}
