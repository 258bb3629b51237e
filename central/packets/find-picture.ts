import { type BundleStore, bundleName } from '../bundles/bundle-store.ts';
import type { Queries } from '../database/database.ts';
import { findInDirectory } from './applications.ts';
import { openBundle } from './open-bundle.ts';
import { findPacket, type StoredPacket } from './packet-rows.ts';

export interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The packet an application stands at now; null when there is no such application. */
export async function currentPacket(queries: Queries, applicationId: string): Promise<StoredPacket | null> {
  const place = await findInDirectory(queries, applicationId);
  if (!place) return null;
  const [row] = await queries.query('SELECT packet_id FROM applications WHERE station_id = $1 AND id = $2', [
    place.stationId,
    place.applicationId,
  ]);
  return row ? await findPacket(queries, place.stationId, String(row.packet_id)) : null;
}

/** Pictures that came before bundles had a store of their own. */
async function findEarlyPicture(
  queries: Queries,
  packetId: string,
  attachmentId: string,
): Promise<Picture | null> {
  const [row] = await queries.query(
    'SELECT media_type, bytes FROM early_attachments WHERE packet_id = $1 AND id = $2',
    [packetId, attachmentId],
  );
  return row ? { mediaType: String(row.media_type), bytes: row.bytes as Uint8Array } : null;
}

/** One picture of an application, opened for this answer alone: at rest it stays sealed. Null when it is not there. */
export async function findPicture(
  queries: Queries,
  bundles: BundleStore,
  applicationId: string,
  attachmentId: string,
): Promise<Picture | null> {
  const packet = await currentPacket(queries, applicationId);
  if (!packet || packet.acknowledgement === null) return null;
  const { attachments } = packet.content.application;
  const place = attachments.findIndex(({ id }) => id === attachmentId);
  const manifest = attachments[place];
  if (!manifest) return null;
  const sealed = await bundles.get(bundleName(packet));
  if (!sealed) return await findEarlyPicture(queries, packet.packetId, attachmentId);
  const opened = openBundle(sealed, { bundle: packet.content.bundle, attachments });
  if ('rejection' in opened) throw new Error(`a kept bundle does not open: ${opened.rejection}`);
  const bytes = opened.attachments[place];
  return bytes ? { mediaType: manifest.mediaType, bytes } : null;
}
