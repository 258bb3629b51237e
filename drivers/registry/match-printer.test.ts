import { expect, test } from 'vitest';
import type { UsbDeviceInfo } from '../transport/usb-transport.ts';
import { printerDescriptor } from '../virtual/printer/virtual-printer-descriptor.ts';
import { matchPrinter } from './match-printer.ts';

const generic: UsbDeviceInfo = { key: '1', ...printerDescriptor(80) };

test('an Epson is known by its name, an unknown printer by its class', () => {
  const epson = { ...generic, vendorId: 0x04b8, productId: 0x0e15, product: 'TM-T88VI' };
  expect(matchPrinter(epson)?.model.name).toBe('Epson TM-T88');
  expect(matchPrinter({ ...epson, product: null })?.model.name).toBe('Epson TM-T20II');
  expect(matchPrinter(generic)).toMatchObject({
    model: { name: 'USB ESC/POS', driver: 'escpos' },
    interfaceNumber: 0,
    endpointIn: 2,
    endpointOut: 1,
  });
});

test('a device without a bidirectional printer interface is no printer', () => {
  const interfaces = generic.interfaces.map((candidate) => ({ ...candidate, protocolCode: 1 }));
  expect(matchPrinter({ ...generic, interfaces })).toBeNull();
  const silent = generic.interfaces.map((candidate) => ({
    ...candidate,
    endpoints: candidate.endpoints.filter((endpoint) => endpoint.direction === 'out'),
  }));
  expect(matchPrinter({ ...generic, interfaces: silent })).toBeNull();
});
