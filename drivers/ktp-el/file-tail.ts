import type { WatchedFile } from './watched-file.ts';

const PART_LENGTH = 65_536;
/** Read again at each look: a file emptied and filled past the old place between two looks differs in these. */
const MEMORY_LENGTH = 64;

export interface FileTail {
  /**
   * The next bytes; null when there are none for now. `fresh` says that they begin a file, because it is new or was
   * emptied or replaced. Fails as the file does.
   */
  next(): Promise<{ readonly bytes: Uint8Array; readonly fresh: boolean } | null>;
}

/** Follows what is added to a file, from `offset` of the file that is there at the first look. */
export function followFile(file: WatchedFile, start: { identity: string; offset: number } | null): FileTail {
  let place = start ? { ...start, memory: new Uint8Array() } : null;

  return {
    async next() {
      const memory = place?.memory ?? new Uint8Array();
      const from = place ? place.offset - memory.length : 0;
      const part = await file.read(from, memory.length + PART_LENGTH);
      if (!part) {
        place = null;
        return null;
      }
      const known = part.bytes.subarray(0, memory.length);
      const goesOn =
        place !== null &&
        part.identity === place.identity &&
        part.size >= place.offset &&
        Buffer.compare(known, memory) === 0;
      if (!goesOn && from > 0) {
        place = null;
        return await this.next();
      }
      const fresh = !goesOn;
      const bytes = fresh ? part.bytes : part.bytes.subarray(memory.length);
      place = {
        identity: part.identity,
        offset: (fresh ? 0 : (place?.offset ?? 0)) + bytes.length,
        memory: part.bytes.slice(-MEMORY_LENGTH),
      };
      return bytes.length === 0 && !fresh ? null : { bytes, fresh };
    },
  };
}
