import { expect, test } from 'vitest';
import type { UsbDeviceInfo, UsbInterfaceInfo } from '../transport/usb-transport.ts';
import { cardReaderModels } from './card-reader-models.ts';
import { matchCardReaders } from './match-card-reader.ts';

function ccid(number: number, change: Partial<UsbInterfaceInfo> = {}): UsbInterfaceInfo {
  const first = number * 3 + 1;
  return {
    number,
    classCode: 0x0b,
    subclassCode: 0,
    protocolCode: 0,
    endpoints: [
      { number: first, direction: 'out', type: 'bulk', packetSize: 64 },
      { number: first + 1, direction: 'in', type: 'bulk', packetSize: 64 },
      { number: first + 2, direction: 'in', type: 'interrupt', packetSize: 8 },
    ],
    ...change,
  };
}

function device(vendorId: number, productId: number, interfaces: readonly UsbInterfaceInfo[]): UsbDeviceInfo {
  return { key: '1', vendorId, productId, manufacturer: null, product: null, serialNumber: null, interfaces };
}

test.each([
  [0x072f, 0x2200, 'ACS ACR122U', ['contactless']],
  [0x072f, 0x223b, 'ACS ACR1252U', ['contactless', 'sam']],
  [0x076b, 0x5022, 'HID Omnikey 5022', ['contactless']],
  [0x076b, 0x5422, 'HID Omnikey 5422', ['contactless', 'contact']],
  [0x04e6, 0x5724, 'Identiv uTrust 4701 F', ['contact', 'contactless']],
  [0x04e6, 0x5116, 'Identiv', ['unknown']],
  [0x08e6, 0x4433, 'USB CCID', ['unknown']],
])('%i:%i is a %s', (vendorId, productId, name, faces) => {
  const readers = matchCardReaders(
    device(
      vendorId,
      productId,
      faces.map((_, number) => ccid(number)),
    ),
  );
  expect(readers.map(({ model, face }) => [model.name, face])).toEqual(faces.map((face) => [name, face]));
});

test('endpoints are those of the interface; a reader may do without the interrupt one', () => {
  const [, second] = matchCardReaders(device(1, 2, [ccid(0), ccid(1)]));
  expect(second).toMatchObject({
    interfaceNumber: 1,
    endpointOut: 4,
    endpointIn: 5,
    interrupt: { number: 6, packetSize: 8 },
    packetSize: 64,
  });
  const quiet = ccid(0).endpoints.filter(({ type }) => type === 'bulk');
  expect(matchCardReaders(device(1, 2, [ccid(0, { endpoints: quiet })]))[0]?.interrupt).toBeNull();
});

test('what is no CCID interface is no reader: another class, a chip that is its own reader, half the endpoints', () => {
  const half = ccid(0).endpoints.filter(({ direction }) => direction === 'out');
  const others = [
    ccid(0, { classCode: 7 }),
    ccid(0, { protocolCode: 1 }),
    ccid(0, { subclassCode: 1 }),
    ccid(0, { endpoints: half }),
  ];
  for (const other of others) expect(matchCardReaders(device(0x072f, 0x2200, [other]))).toEqual([]);
});

test('the class stands last, so that every other row can match', () => {
  const open = cardReaderModels.findIndex(({ match }) => match.vendorId === undefined);
  expect(open).toBe(cardReaderModels.length - 1);
});
