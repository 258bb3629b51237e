import type { UsbDeviceInfo, UsbInterfaceInfo } from '../transport/usb-transport.ts';
import { type PrinterMatch, type PrinterModel, printerModels } from './printer-models.ts';

export interface MatchedPrinter {
  readonly model: PrinterModel;
  readonly device: UsbDeviceInfo;
  readonly interfaceNumber: number;
  readonly endpointIn: number;
  readonly endpointOut: number;
}

/** USB printer class, subclass "printers", bidirectional interface (USB printer class 1.1, 4.2.1). */
const PRINTER_INTERFACE = { classCode: 7, subclassCode: 1, protocolCode: 2 } as const;

/** The registry row for a device and the endpoints to use; null when it is no printer we can drive. */
export function matchPrinter(
  device: UsbDeviceInfo,
  models: readonly PrinterModel[] = printerModels,
): MatchedPrinter | null {
  const model = models.find((row) => matches(row.match, device));
  if (!model) return null;
  for (const candidate of device.interfaces) {
    if (!isPrinterInterface(candidate)) continue;
    const input = candidate.endpoints.find(
      (endpoint) => endpoint.type === 'bulk' && endpoint.direction === 'in',
    );
    const output = candidate.endpoints.find(
      (endpoint) => endpoint.type === 'bulk' && endpoint.direction === 'out',
    );
    if (!input || !output) continue;
    return {
      model,
      device,
      interfaceNumber: candidate.number,
      endpointIn: input.number,
      endpointOut: output.number,
    };
  }
  return null;
}

function isPrinterInterface(candidate: UsbInterfaceInfo): boolean {
  return (
    candidate.classCode === PRINTER_INTERFACE.classCode &&
    candidate.subclassCode === PRINTER_INTERFACE.subclassCode &&
    candidate.protocolCode === PRINTER_INTERFACE.protocolCode
  );
}

function matches(match: PrinterMatch, device: UsbDeviceInfo): boolean {
  if (match.vendorId !== undefined && match.vendorId !== device.vendorId) return false;
  if (match.productId !== undefined && match.productId !== device.productId) return false;
  if (match.product !== undefined && !match.product.test(device.product ?? '')) return false;
  return true;
}
