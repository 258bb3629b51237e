import { readerOf } from '../../byte-reader.ts';
import {
  interruptMedia,
  mediaStateOf,
  nextMedia,
  setMediaDelivered,
  setMediaState,
  setMediaTries,
} from '../../store/tables/media-outbox.ts';
import type { PacketTable } from '../outbox/packet-table.ts';
import { mediaCiphertext } from './seal-media.ts';

/** Pictures and voice notes of complaints, which travel as the bundles of packets do. */
export const COMPLAINT_MEDIA_PACKETS: PacketTable = {
  next: (read, limit) => nextMedia(read, 'core-sent', limit),
  openBundle(read, id) {
    const bytes = mediaCiphertext(read, id);
    return bytes && { ...readerOf(bytes), close() {} };
  },
  stateOf: mediaStateOf,
  setState: setMediaState,
  setDelivered: setMediaDelivered,
  // Central tells only of packets that it lost; `takeBackMedia` goes with them.
  setUndelivered: (database, id) => setMediaState(database, id, 'sealed', null),
  setTries: setMediaTries,
  interrupt: interruptMedia,
};
