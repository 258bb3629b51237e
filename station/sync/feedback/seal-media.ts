import type { ReadableDatabase, Store } from '../../store/database.ts';
import { readMediaBytes } from '../../store/tables/complaint-media.ts';
import { mediaSealOf, setMediaSeal, unsealedMedia } from '../../store/tables/media-outbox.ts';
import { newSeal, sealBundle, sha256Of } from '../sealing/bundle.ts';

/** Sealed in one go: each is at most 4 MB, and more would keep a touch waiting. */
const AT_ONCE = 1;

/** Chooses a key for pictures and voice notes that have none yet, one a call. False when there was none. Throws `StoreError`. */
export function sealNewMedia(store: Store): boolean {
  const ids = unsealedMedia(store.read, AT_ONCE);
  if (ids.length === 0) return false;
  store.transaction((database) => {
    for (const id of ids) {
      const seal = newSeal();
      const { pieces, byteLength } = sealBundle([readMediaBytes(database, id)], seal);
      setMediaSeal(database, id, { seal, sha256: sha256Of(pieces), byteLength });
    }
  });
  return true;
}

/** The ciphertext central was told of, made again of the bytes that stay as they were; null when they are gone or are others now. */
export function mediaCiphertext(read: ReadableDatabase, id: string): Uint8Array | null {
  const known = mediaSealOf(read, id);
  if (known === null) return null;
  const plain = readMediaBytes(read, id);
  if (plain.byteLength === 0) return null;
  const { pieces } = sealBundle([plain], known.seal);
  return sha256Of(pieces) === known.sha256 ? Buffer.concat(pieces) : null;
}
