import { createDatasetReader } from './dataset-reader.ts';

/** DeviceInfo dataset (ISO 15740, 5.5.1), without what nobody asks for. */
export interface DeviceInfo {
  /** In hundredths: 100 is version 1.00. */
  readonly standardVersion: number;
  readonly vendorExtension: string;
  readonly operations: readonly number[];
  readonly events: readonly number[];
  readonly captureFormats: readonly number[];
  readonly manufacturer: string;
  readonly model: string;
  readonly deviceVersion: string;
  readonly serialNumber: string;
}

/** Null when the dataset ends early. What follows it is a vendor's and ignored. */
export function decodeDeviceInfo(bytes: Uint8Array): DeviceInfo | null {
  const reader = createDatasetReader(bytes);
  const standardVersion = reader.uint16();
  reader.uint32(); // VendorExtensionID
  reader.uint16(); // VendorExtensionVersion
  const vendorExtension = reader.string();
  reader.uint16(); // FunctionalMode
  const operations = reader.uint16Array();
  const events = reader.uint16Array();
  reader.uint16Array(); // DevicePropertiesSupported
  const captureFormats = reader.uint16Array();
  reader.uint16Array(); // ImageFormats
  const [manufacturer, model, deviceVersion, serialNumber] = [
    reader.string(),
    reader.string(),
    reader.string(),
    reader.string(),
  ];
  if (!reader.isComplete()) return null;
  return {
    standardVersion,
    vendorExtension,
    operations,
    events,
    captureFormats,
    manufacturer,
    model,
    deviceVersion,
    serialNumber,
  };
}
