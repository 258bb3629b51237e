import { expect, test } from 'vitest';
import type { HidDeviceInfo } from '../transport/hid-transport.ts';
import { scannerDescriptor } from '../virtual/scanner/virtual-scanner-descriptor.ts';
import { matchScanner } from './match-scanner.ts';

const generic: HidDeviceInfo = { key: '1', ...scannerDescriptor('counted', 'CodeReader 9') };

test('a known maker is named once, an unknown scanner by what it calls itself', () => {
  expect(matchScanner({ ...generic, vendorId: 0x0c2e, product: 'Voyager 1400g' })?.name).toBe(
    'Honeywell Voyager 1400g',
  );
  expect(matchScanner({ ...generic, vendorId: 0x05e0, product: 'Zebra DS2208' })?.name).toBe('Zebra DS2208');
  expect(matchScanner(generic)?.name).toBe('CodeReader 9');
  expect(matchScanner({ ...generic, product: null })?.name).toBe('USB HID POS');
  expect(matchScanner({ ...generic, product: 'x'.repeat(500) })?.name).toHaveLength(60);
});

test('a scanner set to type is a keyboard, not a scanner of this kind', () => {
  const typing = { ...generic, vendorId: 0x0c2e, collections: [{ usagePage: 1, usage: 6 }] };
  expect(matchScanner(typing)).toBeNull();
});
