import type { UsbDeviceInfo, UsbEndpointInfo, UsbInterfaceInfo } from '../transport/usb-transport.ts';
import { type StillCameraMatch, type StillCameraModel, stillCameraModels } from './still-camera-models.ts';

export interface MatchedStillCamera {
  readonly model: StillCameraModel;
  readonly device: UsbDeviceInfo;
  readonly interfaceNumber: number;
  readonly bulkIn: UsbEndpointInfo;
  readonly bulkOut: UsbEndpointInfo;
  readonly events: UsbEndpointInfo;
}

/** Still image class, PIMA 15740 over bulk-only (USB Still Image Capture Device Definition 1.0, section 4.3). */
const STILL_IMAGE_INTERFACE = { classCode: 6, subclassCode: 1, protocolCode: 1 } as const;

/** The registry row for a device and the endpoints to use; null when it is no still camera we can drive. */
export function matchStillCamera(
  device: UsbDeviceInfo,
  models: readonly StillCameraModel[] = stillCameraModels,
): MatchedStillCamera | null {
  const model = models.find((row) => matches(row.match, device));
  if (!model) return null;
  for (const candidate of device.interfaces) {
    if (!isStillImageInterface(candidate)) continue;
    const bulkIn = endpointOf(candidate, 'bulk', 'in');
    const bulkOut = endpointOf(candidate, 'bulk', 'out');
    const events = endpointOf(candidate, 'interrupt', 'in');
    if (!bulkIn || !bulkOut || !events) continue;
    return { model, device, interfaceNumber: candidate.number, bulkIn, bulkOut, events };
  }
  return null;
}

function isStillImageInterface(candidate: UsbInterfaceInfo): boolean {
  return (
    candidate.classCode === STILL_IMAGE_INTERFACE.classCode &&
    candidate.subclassCode === STILL_IMAGE_INTERFACE.subclassCode &&
    candidate.protocolCode === STILL_IMAGE_INTERFACE.protocolCode
  );
}

/** An endpoint without a packet size could never carry a byte. */
function endpointOf(
  candidate: UsbInterfaceInfo,
  type: UsbEndpointInfo['type'],
  direction: UsbEndpointInfo['direction'],
): UsbEndpointInfo | null {
  const found = candidate.endpoints.find(
    (endpoint) => endpoint.type === type && endpoint.direction === direction && endpoint.packetSize > 0,
  );
  return found ?? null;
}

function matches(match: StillCameraMatch, device: UsbDeviceInfo): boolean {
  if (match.vendorId !== undefined && match.vendorId !== device.vendorId) return false;
  if (match.productId !== undefined && match.productId !== device.productId) return false;
  return true;
}
