import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDatasetWriter } from '../virtual/ptp/dataset-writer.ts';
import { decodeHeader, decodeMessage, encodeContainer, encodeMessage } from './container.ts';
import { decodeDeviceInfo } from './device-info.ts';
import { createEventStream } from './event-stream.ts';
import { decodeHandleArray } from './handle-array.ts';
import { decodeObjectInfo } from './object-info.ts';
import { cancelRequestData, decodeDeviceStatus, deviceResetRequest } from './still-image-class.ts';

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

// Laid out by USB Still Image Capture Device Definition 1.0, section 7.1, and the operations of ISO 15740, 10.5.
test.each([
  ['GetDeviceInfo', '0c000000 0100 0110 00000000', 'command', 0x1001, 0, []],
  ['OpenSession 1', '10000000 0100 0210 00000000 01000000', 'command', 0x1002, 0, [1]],
  ['InitiateCapture', '14000000 0100 0e10 05000000 00000000 00000000', 'command', 0x100e, 5, [0, 0]],
  ['OK', '0c000000 0300 0120 05000000', 'response', 0x2001, 5, []],
  ['Session_Already_Open', '10000000 0300 1e20 00000000 01000000', 'response', 0x201e, 0, [1]],
  ['ObjectAdded', '10000000 0400 0240 05000000 78563412', 'event', 0x4002, 5, [0x12345678]],
  [
    'StoreFull of no transaction',
    '10000000 0400 0a40 ffffffff 01000100',
    'event',
    0x400a,
    0xffffffff,
    [0x10001],
  ],
] as const)('%s', (_, text, type, code, transaction, parameters) => {
  const bytes = hex(text);
  expect(encodeMessage(type, { code, transaction, parameters })).toEqual(bytes);
  expect(decodeMessage(type, bytes)).toEqual({ code, transaction, parameters });
  expect(decodeHeader(bytes)).toEqual({ length: bytes.length, type, code, transaction });
});

test.each([
  ['a length that is not its own', '0d000000 0300 0120 05000000'],
  ['a length below the header', '0b000000 0300 0120 05000000'],
  ['another type', '0c000000 0200 0120 05000000'],
  ['no type there is', '0c000000 0500 0120 05000000'],
  ['half a parameter', '0e000000 0300 0120 05000000 0100'],
  ['six parameters', `24000000 0300 0120 05000000${' 01000000'.repeat(6)}`],
  ['half a header', '0c000000 0300'],
])('%s is no response', (_, text) => {
  expect(decodeMessage('response', hex(text))).toBeNull();
});

test('an event has three parameters at most', () => {
  const event = { code: 0x4002, transaction: 1, parameters: [1, 2, 3, 4] };
  expect(decodeMessage('event', encodeMessage('event', event))).toBeNull();
});

test('a DeviceInfo as a camera sends it', () => {
  const text = [
    '6400 06000000 6400 00 0000',
    '03000000 0110 0210 0e10',
    '01000000 0240',
    '00000000',
    '01000000 0138',
    '02000000 0130 0138',
    '05 5300 5000 4500 5300 0000',
    '03 4b00 3100 0000',
    '00',
    '02 3700 0000',
  ];
  const bytes = hex(text.join(''));
  expect(decodeDeviceInfo(bytes)).toEqual({
    standardVersion: 100,
    vendorExtension: '',
    operations: [0x1001, 0x1002, 0x100e],
    events: [0x4002],
    captureFormats: [0x3801],
    manufacturer: 'SPES',
    model: 'K1',
    deviceVersion: '',
    serialNumber: '7',
  });
  for (let length = 0; length < bytes.length; length += 1)
    expect(decodeDeviceInfo(bytes.subarray(0, length))).toBeNull();
});

test('an ObjectInfo as a camera sends it', () => {
  const text = [
    '01000100 0138 0000 00001000',
    '0838 00200000 a0000000 78000000',
    '800c0000 60090000 18000000',
    '02000000 0000 00000000 07000000',
    '09 5300 3100 2e00 4a00 5000 4700 0000 5a00 5a00',
    '00 00 00',
  ];
  const bytes = hex(text.join(''));
  expect(decodeObjectInfo(bytes)).toEqual({
    storage: 0x0001_0001,
    format: 0x3801,
    size: 1_048_576,
    width: 3_200,
    height: 2_400,
    filename: 'S1.JPG',
    capturedAt: '',
  });
  for (let length = 0; length < bytes.length; length += 1)
    expect(decodeObjectInfo(bytes.subarray(0, length))).toBeNull();
});

test('a count beyond the bytes is not believed', () => {
  expect(decodeHandleArray(hex('ffffffff 01000000'))).toBeNull();
  expect(decodeHandleArray(hex('00000080 01000000'))).toBeNull();
  expect(decodeHandleArray(hex('02000000 01000000 02000000'))).toEqual([1, 2]);
});

test('class requests', () => {
  expect(deviceResetRequest(2)).toEqual({
    type: 'class',
    recipient: 'interface',
    request: 0x66,
    value: 0,
    index: 2,
  });
  expect(cancelRequestData(0x0102)).toEqual(hex('0140 02010000'));
  expect(decodeDeviceStatus(hex('0400 0120'))).toEqual({ code: 0x2001, haltedEndpoints: [] });
  expect(decodeDeviceStatus(hex('0800 1920 81000000'))).toEqual({ code: 0x2019, haltedEndpoints: [0x81] });
  expect(decodeDeviceStatus(hex('0500 0120'))).toBeNull();
  expect(decodeDeviceStatus(hex('0600 0120 8100'))).toBeNull();
});

test('what the writer wrote, the reader reads', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff_ffff), { maxLength: 300 }), (handles) => {
      expect(decodeHandleArray(createDatasetWriter().uint32Array(handles).bytes())).toEqual(handles);
    }),
  );
});

test('messages survive encoding, and events also any cut into packets', () => {
  const message = fc.record({
    code: fc.nat(0xffff),
    transaction: fc.nat(0xffff_ffff),
    parameters: fc.array(fc.nat(0xffff_ffff), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.constantFrom(8, 16, 64), (messages, packetSize) => {
      const stream = createEventStream(packetSize);
      const told = messages.flatMap((sent) => {
        const bytes = encodeMessage('event', sent);
        const packets = [];
        for (let at = 0; at < bytes.length; at += packetSize)
          packets.push(bytes.subarray(at, at + packetSize));
        return packets.flatMap((packet) => stream.push(packet) ?? []);
      });
      expect(told).toEqual(messages.map((event) => ({ kind: 'event', event })));
    }),
  );
});

test('an event stream begins anew after garbage', () => {
  const stream = createEventStream(8);
  const event = encodeMessage('event', { code: 0x4002, transaction: 1, parameters: [2] });
  expect(stream.push(event.subarray(8, 12))?.kind).toBe('garbage');
  expect(stream.push(event.subarray(0, 8))).toBeNull();
  expect(stream.push(event.subarray(8, 16))?.kind).toBe('event');
});

test('any bytes decode to a value or null, and to no more than they hold', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(bytes, (input) => {
      decodeHeader(input);
      for (const type of ['command', 'response', 'event'] as const) decodeMessage(type, input);
      decodeDeviceStatus(input);
      decodeDeviceInfo(input);
      decodeObjectInfo(input);
      const handles = decodeHandleArray(input);
      expect((handles?.length ?? 0) * 4).toBeLessThanOrEqual(input.length);
    }),
    { numRuns: 1_000 },
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 64 })), (packets) => {
      const stream = createEventStream(64);
      for (const packet of packets) stream.push(packet);
    }),
  );
  expect(encodeContainer('data', 0x1009, 1, new Uint8Array(3)).length).toBe(15);
});
