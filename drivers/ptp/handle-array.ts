import { createDatasetReader } from './dataset-reader.ts';

/** The dataset of GetStorageIDs and GetObjectHandles: an array of 32-bit numbers. Null when it ends early. */
export function decodeHandleArray(bytes: Uint8Array): readonly number[] | null {
  const reader = createDatasetReader(bytes);
  const handles = reader.uint32Array();
  return reader.isComplete() ? handles : null;
}
