import {
  type PacketContent,
  type PacketCore,
  packetContentSchema,
  type Rejection,
} from '../../contract/central/packet.ts';
import type { PrivateKey } from '../keys/central-keys.ts';
import type { Station } from '../stations/stations.ts';
import { openSealed } from './open-sealed.ts';

export type Opened = { readonly content: PacketContent } | { readonly rejection: Rejection };

/** Opens a core with central's key, checks the station's signature and that what is sealed is what the envelope says. */
export async function openPacket(
  core: PacketCore,
  station: Station,
  sealingKey: PrivateKey,
): Promise<Opened> {
  const opened = await openSealed(core, station, sealingKey);
  if ('rejection' in opened) return opened;
  const read = packetContentSchema.safeParse(opened.payload);
  if (!read.success) return { rejection: 'ill-formed' };
  const parsed = read.data;
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
