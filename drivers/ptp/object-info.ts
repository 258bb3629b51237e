import { createDatasetReader } from './dataset-reader.ts';

/** ObjectInfo dataset (ISO 15740, 5.5.2), without what nobody asks for. */
export interface ObjectInfo {
  readonly storage: number;
  readonly format: number;
  /** Bytes; FFFFFFFF stands for 4 GiB and more. */
  readonly size: number;
  /** Pixels; 0 where the device does not say. */
  readonly width: number;
  readonly height: number;
  readonly filename: string;
  /** `YYYYMMDDThhmmss` with an optional fraction and zone (ISO 15740, 5.3.5.2), or empty. */
  readonly capturedAt: string;
}

/** Null when the dataset ends early. */
export function decodeObjectInfo(bytes: Uint8Array): ObjectInfo | null {
  const reader = createDatasetReader(bytes);
  const storage = reader.uint32();
  const format = reader.uint16();
  reader.uint16(); // ProtectionStatus
  const size = reader.uint32();
  reader.uint16(); // ThumbFormat
  reader.uint32(); // ThumbCompressedSize
  reader.uint32(); // ThumbPixWidth
  reader.uint32(); // ThumbPixHeight
  const width = reader.uint32();
  const height = reader.uint32();
  reader.uint32(); // ImageBitDepth
  reader.uint32(); // ParentObject
  reader.uint16(); // AssociationType
  reader.uint32(); // AssociationDesc
  reader.uint32(); // SequenceNumber
  const filename = reader.string();
  const capturedAt = reader.string();
  reader.string(); // ModificationDate
  reader.string(); // Keywords
  if (!reader.isComplete()) return null;
  return { storage, format, size, width, height, filename, capturedAt };
}
