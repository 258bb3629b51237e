import { type CarriedMedia, MOST_CARRIED_MEDIA } from '../../../contract/central/hand-carry.ts';
import type { ReadableDatabase } from '../../store/database.ts';
import { undeliveredMedia } from '../../store/tables/media-outbox.ts';

/** Pictures and voice notes central does not have, the oldest first, as far as they fit into `room` bytes. */
export function planMedia(read: ReadableDatabase, room: number): CarriedMedia[] {
  const media: CarriedMedia[] = [];
  let left = room;
  for (const { packetId, bundleByteLength, sha256 } of undeliveredMedia(read, MOST_CARRIED_MEDIA)) {
    left -= bundleByteLength;
    if (left < 0) break;
    media.push({ id: packetId, byteLength: bundleByteLength, sha256 });
  }
  return media;
}
