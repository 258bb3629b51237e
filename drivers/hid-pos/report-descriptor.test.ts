import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scannerDescriptor } from '../virtual/scanner/virtual-scanner-descriptor.ts';
import { parseReportDescriptor } from './report-descriptor.ts';
import { ReportDescriptorError } from './report-descriptor-error.ts';
import { COMMON_SCAN_LAYOUT, findScanLayout } from './scan-layout.ts';

const counted = scannerDescriptor('counted', '').reportDescriptor ?? new Uint8Array();
const filled = scannerDescriptor('filled', '').reportDescriptor ?? new Uint8Array();

/** The mouse of HID 1.11, appendix E.10. */
const MOUSE = Uint8Array.from(
  [
    [0x05, 0x01, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x01, 0xa1, 0x00],
    [0x05, 0x09, 0x19, 0x01, 0x29, 0x03, 0x15, 0x00, 0x25, 0x01, 0x95, 0x03, 0x75, 0x01, 0x81, 0x02],
    [0x95, 0x01, 0x75, 0x05, 0x81, 0x01],
    [0x05, 0x01, 0x09, 0x30, 0x09, 0x31, 0x15, 0x81, 0x25, 0x7f, 0x75, 0x08, 0x95, 0x02, 0x81, 0x06],
    [0xc0, 0xc0],
  ].flat(),
);

test('the example mouse of the specification: three buttons, padding, X and Y', () => {
  const { fields, bits } = parseReportDescriptor(MOUSE);
  expect(
    fields.map(({ usagePage, usage, bitOffset, bitSize }) => [usagePage, usage, bitOffset, bitSize]),
  ).toEqual([
    [9, 1, 0, 1],
    [9, 2, 1, 1],
    [9, 3, 2, 1],
    [1, 0x30, 8, 8],
    [1, 0x31, 16, 8],
  ]);
  expect(bits('input', 0)).toBe(24);
  expect(() => findScanLayout(MOUSE)).toThrow(ReportDescriptorError);
});

test('the usual layout is found, with the report that redirects scans', () => {
  expect(findScanLayout(counted)).toEqual({ ...COMMON_SCAN_LAYOUT, redirectReportId: 254 });
});

test('a layout without byte count, its identifier a range and its flag a single bit', () => {
  expect(findScanLayout(filled)).toEqual({
    reportId: 2,
    length: 32,
    byteCountAt: null,
    aimAt: [2, 3, 4],
    dataAt: 5,
    dataLength: 27,
    continued: { at: 1, mask: 1 },
    redirectReportId: null,
  });
});

test('a report without a number begins with its first field', () => {
  const layout = findScanLayout(
    Uint8Array.of(0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x75, 8, 0x95, 16, 0x09, 0xfe, 0x81, 0x02, 0xc0),
  );
  expect(layout).toMatchObject({ reportId: 0, length: 16, dataAt: 0, dataLength: 16, aimAt: null });
});

test.each([
  ['an item cut off', [0x05]],
  ['a long item cut off', [0xfe, 200, 0]],
  ['a reserved item type', [0x0c]],
  ['a collection left open', [0xa1, 0x01]],
  ['a collection closed twice', [0xc0]],
  ['a pop without a push', [0xb4]],
  ['pushes without end', Array.from({ length: 17 }, () => 0xa4)],
  ['report number 0', [0x85, 0]],
  ['a range of usages backwards', [0x19, 9, 0x29, 3]],
  ['a range of usages without end', [0x1b, 0, 0, 1, 0, 0x2b, 0xff, 0xff, 1, 0]],
  ['a report without end', [0x75, 0xff, 0x96, 0xff, 0xff, 0x09, 0xfe, 0x81, 0x02]],
])('%s is refused', (_, bytes) => {
  expect(() => parseReportDescriptor(Uint8Array.from(bytes))).toThrow(ReportDescriptorError);
});

test('data that are no bytes are refused', () => {
  const bits = Uint8Array.of(0x05, 0x8c, 0xa1, 0x01, 0x75, 4, 0x95, 9, 0x09, 0xfe, 0x81, 0x02, 0xc0);
  expect(() => findScanLayout(bits)).toThrow(ReportDescriptorError);
});

test('whatever the bytes: a layout inside its own report, or a typed error', () => {
  const spoiled = fc
    .tuple(fc.constantFrom(counted, filled, MOUSE), fc.nat(), fc.nat(255))
    .map(([bytes, at, byte]) => bytes.with(at % bytes.length, byte));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), spoiled), (bytes) => {
      try {
        const layout = findScanLayout(bytes);
        expect(layout.dataAt + layout.dataLength).toBeLessThanOrEqual(layout.length);
        for (const at of [layout.byteCountAt, layout.continued?.at, ...(layout.aimAt ?? [])]) {
          expect(at ?? 0).toBeLessThan(layout.length);
        }
      } catch (error) {
        if (!(error instanceof ReportDescriptorError)) throw error;
      }
    }),
    { numRuns: 2_000 },
  );
});
