import { FORMAT } from '../../ptp/ptp-codes.ts';

export interface StoredObject {
  readonly name: string;
  readonly format: number;
  readonly bytes: Uint8Array;
}

/** A memory card: objects under handles that are never given twice. */
export interface StillCameraStore {
  add(format: number, bytes: Uint8Array): number;
  get(handle: number): StoredObject | undefined;
  remove(handle: number): boolean;
  handles(): readonly number[];
}

export function createStillCameraStore(): StillCameraStore {
  const objects = new Map<number, StoredObject>();
  let last = 0;
  return {
    add(format, bytes) {
      last += 1;
      const extension = format === FORMAT.exifJpeg ? 'JPG' : 'RAW';
      objects.set(last, { name: `SPES${String(last).padStart(4, '0')}.${extension}`, format, bytes });
      return last;
    },
    get: (handle) => objects.get(handle),
    remove: (handle) => objects.delete(handle),
    handles: () => [...objects.keys()],
  };
}
