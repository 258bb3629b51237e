import { EVENT, FORMAT, OPERATION } from '../../ptp/ptp-codes.ts';
import { createDatasetWriter } from './dataset-writer.ts';
import { MODEL } from './still-camera-descriptor.ts';
import type { StoredObject } from './still-camera-store.ts';

/** The only store, physical 1 and logical 1 (ISO 15740, 5.2.2). */
export const STORE = 0x0001_0001;

export interface Abilities {
  /** GetPartialObject, which many cameras lack. */
  readonly partial: boolean;
  /** InitiateCapture, which telephones and card readers lack. */
  readonly capture: boolean;
}

export function operationsOf({ partial, capture }: Abilities): readonly number[] {
  return Object.values(OPERATION).filter(
    (code) =>
      (partial || code !== OPERATION.getPartialObject) && (capture || code !== OPERATION.initiateCapture),
  );
}

export function deviceInfo(abilities: Abilities): Uint8Array {
  return createDatasetWriter()
    .uint16(100)
    .uint32(0)
    .uint16(0)
    .string('')
    .uint16(0)
    .uint16Array(operationsOf(abilities))
    .uint16Array([EVENT.objectAdded, EVENT.storeFull, EVENT.captureComplete])
    .uint16Array([])
    .uint16Array(abilities.capture ? [FORMAT.exifJpeg] : [])
    .uint16Array([FORMAT.exifJpeg])
    .string('Anjungan')
    .string(MODEL)
    .string('1.0')
    .string('SPESIMEN-1')
    .bytes();
}

export function objectInfo(object: StoredObject, size: number): Uint8Array {
  return createDatasetWriter()
    .uint32(STORE)
    .uint16(object.format)
    .uint16(0)
    .uint32(size)
    .uint16(0)
    .uint32(0)
    .uint32(0)
    .uint32(0)
    .uint32(0)
    .uint32(0)
    .uint32(24)
    .uint32(0)
    .uint16(0)
    .uint32(0)
    .uint32(0)
    .string(object.name)
    .string('20260101T080000')
    .string('')
    .string('')
    .bytes();
}

export function handleArray(handles: readonly number[]): Uint8Array {
  return createDatasetWriter().uint32Array(handles).bytes();
}
