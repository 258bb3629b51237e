import type { HidDeviceInfo } from '../transport/hid-transport.ts';
import { type ScannerModel, scannerModels } from './scanner-models.ts';

export interface MatchedScanner {
  readonly model: ScannerModel;
  /** The maker's row and what the device calls itself, for the officer. */
  readonly name: string;
  readonly device: HidDeviceInfo;
}

/** What a device calls itself is shown, so it must not fill the screen. */
const LONGEST_NAME = 60;

/** The registry row for a device; null when it is no scanner we can drive. */
export function matchScanner(
  device: HidDeviceInfo,
  models: readonly ScannerModel[] = scannerModels,
): MatchedScanner | null {
  const model = models.find(
    ({ match }) =>
      (match.vendorId === undefined || match.vendorId === device.vendorId) &&
      device.collections.some(({ usagePage }) => usagePage === match.usagePage),
  );
  if (!model) return null;
  const product = device.product?.trim() ?? '';
  const known = product.toLowerCase().startsWith(model.name.toLowerCase());
  const isGeneric = model.match.vendorId === undefined;
  const name = product === '' ? model.name : known || isGeneric ? product : `${model.name} ${product}`;
  return { model, device, name: name.slice(0, LONGEST_NAME) };
}
