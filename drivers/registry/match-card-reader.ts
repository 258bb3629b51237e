import type { UsbDeviceInfo, UsbEndpointInfo, UsbInterfaceInfo } from '../transport/usb-transport.ts';
import {
  type CardReaderFace,
  type CardReaderMatch,
  type CardReaderModel,
  cardReaderModels,
} from './card-reader-models.ts';

/** One CCID interface: a reader with an antenna and a slot is two of these. */
export interface MatchedCardReader {
  readonly model: CardReaderModel;
  readonly face: CardReaderFace;
  readonly device: UsbDeviceInfo;
  readonly interfaceNumber: number;
  readonly endpointIn: number;
  readonly endpointOut: number;
  /** Null when the reader reports nothing by itself. */
  readonly interrupt: UsbEndpointInfo | null;
  /** Bytes of one bulk IN packet. */
  readonly packetSize: number;
}

/** Smart card class with bulk transfers; protocols 1 and 2 are chips that are their own reader (CCID 1.1, 4.2). */
const CCID_INTERFACE = { classCode: 0x0b, subclassCode: 0, protocolCode: 0 } as const;

/** Every card reader in a device, with its registry row and endpoints; none when it is no reader we can drive. */
export function matchCardReaders(
  device: UsbDeviceInfo,
  models: readonly CardReaderModel[] = cardReaderModels,
): readonly MatchedCardReader[] {
  const model = models.find((row) => matches(row.match, device));
  if (!model) return [];
  return device.interfaces.flatMap((candidate) => {
    const input = endpoint(candidate, 'bulk', 'in');
    const output = endpoint(candidate, 'bulk', 'out');
    if (!isCcidInterface(candidate) || !input || !output) return [];
    return [
      {
        model,
        face: model.faces[candidate.number] ?? 'unknown',
        device,
        interfaceNumber: candidate.number,
        endpointIn: input.number,
        endpointOut: output.number,
        interrupt: endpoint(candidate, 'interrupt', 'in') ?? null,
        packetSize: input.packetSize,
      },
    ];
  });
}

function isCcidInterface(candidate: UsbInterfaceInfo): boolean {
  return (
    candidate.classCode === CCID_INTERFACE.classCode &&
    candidate.subclassCode === CCID_INTERFACE.subclassCode &&
    candidate.protocolCode === CCID_INTERFACE.protocolCode
  );
}

function endpoint(
  candidate: UsbInterfaceInfo,
  type: UsbEndpointInfo['type'],
  direction: UsbEndpointInfo['direction'],
): UsbEndpointInfo | undefined {
  return candidate.endpoints.find((one) => one.type === type && one.direction === direction);
}

function matches(match: CardReaderMatch, device: UsbDeviceInfo): boolean {
  if (match.vendorId !== undefined && match.vendorId !== device.vendorId) return false;
  return match.productId === undefined || match.productId === device.productId;
}
