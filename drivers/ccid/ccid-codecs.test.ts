import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ccidErrorMeaning } from './ccid-command-error.ts';
import { decodeCcidDescriptor, findCcidDescriptor } from './ccid-descriptor.ts';
import { answerKind, type CcidCommand, decodeResponse, encodeCommand } from './ccid-message.ts';
import { decodeNotification } from './ccid-notification.ts';
import { abortRequest } from './ccid-request.ts';

/** The class descriptor of QEMU's emulated reader, as its sources and any lsusb of it show. */
const QEMU = hex(
  '36 21 10 01 00 07 01000000 a00f0000 00000100 00 80250000 00c20100 00 fe000000 00000000 00000000 ' +
    'fe040100 12000100 ff ff 0000 01 01',
);
/** The ACR1252U's antenna, put together from what it reports of itself. */
const ACR1252U = hex(
  '36 21 00 01 00 07 02000000 a00f0000 a00f0000 00 002a0000 90d00300 00 fe000000 00000000 00000000 ' +
    '40000400 0a020000 00 00 0000 00 01',
);
/** A reader with a voltage to choose and everything else to do by the host. */
const MANUAL = hex(
  '36 21 10 01 01 05 03000000 a00f0000 401f0000 00 002a0000 28410500 00 00040000 00000000 00000000 ' +
    '30000100 07010000 ff ff 0000 00 01',
);

test('a class descriptor says what the reader can do', () => {
  expect(decodeCcidDescriptor(QEMU)).toEqual({
    slots: 1,
    voltages: [1.8, 3, 5],
    protocols: [0],
    clock: 4_000_000,
    maximumDataRate: 115_200,
    maximumIfsd: 254,
    level: 'tpdu',
    automatic: {
      parameters: true,
      activation: true,
      voltage: true,
      negotiation: true,
      pps: true,
      ifsd: true,
    },
    maximumMessageLength: 65_554,
  });
  expect(decodeCcidDescriptor(ACR1252U)).toMatchObject({
    level: 'extended-apdu',
    protocols: [1],
    automatic: { negotiation: true, pps: false, voltage: false },
    maximumMessageLength: 522,
  });
  expect(decodeCcidDescriptor(MANUAL)).toMatchObject({
    slots: 2,
    voltages: [1.8, 5],
    maximumIfsd: 254,
    automatic: { parameters: false, pps: false, ifsd: false },
    // Claimed as 263 by readers that take 271.
    maximumMessageLength: 271,
  });
});

test('the descriptor of the right interface is found, wherever the reader puts it', () => {
  const configuration = (...parts: readonly (readonly number[] | Uint8Array)[]) =>
    Uint8Array.from(parts.flatMap((part) => [...part]));
  const head = [9, 2, 0, 0, 2, 1, 0, 0x80, 50];
  const face = (number: number) => [9, 4, number, 0, 2, 0x0b, 0, 0, 0];
  const endpoint = [7, 5, 0x81, 2, 64, 0, 0];
  const both = configuration(head, face(0), QEMU, endpoint, face(1), endpoint, ACR1252U);
  expect(findCcidDescriptor(both, 0)?.level).toBe('tpdu');
  expect(findCcidDescriptor(both, 1)?.level).toBe('extended-apdu');
  expect(findCcidDescriptor(both, 2)).toBeNull();
  expect(findCcidDescriptor(configuration(head, face(0), QEMU.subarray(0, 53)), 0)).toBeNull();
});

test.each<[string, CcidCommand, string]>([
  ['power on, 3 V', { kind: 'power-on', voltage: 3 }, '62 00000000 02 07 02 0000'],
  ['power on, the reader chooses', { kind: 'power-on', voltage: null }, '62 00000000 02 07 00 0000'],
  ['power off', { kind: 'power-off' }, '63 00000000 02 07 00 0000'],
  ['slot status', { kind: 'get-slot-status' }, '65 00000000 02 07 00 0000'],
  ['get parameters', { kind: 'get-parameters' }, '6c 00000000 02 07 00 0000'],
  [
    'set parameters of T=0',
    { kind: 'set-parameters', protocol: 0, bytes: hex('13 00 00 0a 00') },
    '61 05000000 02 07 00 0000 13 00 00 0a 00',
  ],
  [
    'transfer with more time, the first piece of an extended APDU',
    { kind: 'transfer-block', bytes: hex('00 a4'), waitMultiplier: 3, level: 0x0001 },
    '6f 02000000 02 07 03 0100 00 a4',
  ],
  ['escape', { kind: 'escape', bytes: hex('ff 00 52') }, '6b 03000000 02 07 00 0000 ff 00 52'],
  ['abort', { kind: 'abort' }, '72 00000000 02 07 00 0000'],
])('%s', (_, command, bytes) => {
  expect(encodeCommand(command, 2, 7)).toEqual(hex(bytes));
});

test('an abort needs a control request with the same slot and sequence number', () => {
  expect(abortRequest(1, 2, 7)).toEqual({
    type: 'class',
    recipient: 'interface',
    request: 1,
    value: 0x0702,
    index: 1,
  });
});

test('answers: an ATR, a missing card, a wish for time', () => {
  expect(decodeResponse(hex('80 04000000 00 01 00 00 00 3b 02 14 50'))).toEqual({
    kind: 'data-block',
    slot: 0,
    sequence: 1,
    card: 'active',
    outcome: 'done',
    error: 0,
    parameter: 0,
    bytes: hex('3b 02 14 50'),
  });
  expect(decodeResponse(hex('81 00000000 01 02 42 fe 00'))).toMatchObject({
    kind: 'slot-status',
    slot: 1,
    card: 'absent',
    outcome: 'failed',
    error: 0xfe,
  });
  expect(decodeResponse(hex('80 00000000 00 03 80 05 00'))).toMatchObject({
    card: 'active',
    outcome: 'time-extension',
    error: 5,
  });
});

test.each([
  ['too short', '81 00000000 00 00 00 00'],
  ['longer than it says', '81 00000000 00 00 00 00 00 00'],
  ['shorter than it says', '80 02000000 00 00 00 00 00 90'],
  ['of no known kind', '90 00000000 00 00 00 00 00'],
  ['with a reserved card status', '81 00000000 00 00 03 00 00'],
  ['with a reserved command status', '81 00000000 00 00 c0 00 00'],
])('a message %s is none', (_, bytes) => {
  expect(decodeResponse(hex(bytes))).toBeNull();
});

test('notifications', () => {
  expect(decodeNotification(hex('50 03'), 1)).toEqual({
    kind: 'slot-change',
    slots: [{ present: true, changed: true }],
  });
  expect(decodeNotification(hex('50 00 02'), 5)).toMatchObject({
    slots: [{}, {}, {}, {}, { present: false, changed: true }],
  });
  expect(decodeNotification(hex('51 00 05 01'), 1)).toEqual({ kind: 'hardware-error', slot: 0, code: 1 });
  expect(decodeNotification(hex('50 03 00'), 1)).toBeNull();
  expect(decodeNotification(hex('52 03'), 1)).toBeNull();
});

test('every error code has a meaning', () => {
  expect(ccidErrorMeaning(0xfd)).toContain('parity');
  expect(ccidErrorMeaning(5)).toContain('byte 5');
  expect(ccidErrorMeaning(0x90)).toContain('90');
  for (let code = 0; code < 256; code += 1) expect(ccidErrorMeaning(code)).not.toBe('');
});

test('any bytes decode to a value or null, and what decodes accounts for every byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), fc.integer({ min: 1, max: 16 }), (bytes, slots) => {
      const response = decodeResponse(bytes);
      if (response) expect(response.bytes).toHaveLength(bytes.length - 10);
      decodeCcidDescriptor(bytes);
      findCcidDescriptor(bytes, 0);
      decodeNotification(bytes, slots);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 54, maxLength: 54 }), (bytes) => {
      bytes.set([54, 0x21]);
      const descriptor = decodeCcidDescriptor(bytes);
      if (!descriptor) return;
      expect(descriptor.slots).toBeLessThanOrEqual(16);
      expect(descriptor.maximumIfsd).toBeGreaterThanOrEqual(1);
      expect(descriptor.maximumIfsd).toBeLessThanOrEqual(254);
      expect(descriptor.maximumMessageLength).toBeGreaterThanOrEqual(64);
      expect(descriptor.maximumMessageLength).toBeLessThanOrEqual(65_556);
    }),
  );
});

test('each command has one kind of answer', () => {
  expect(answerKind({ kind: 'power-on', voltage: null })).toBe('data-block');
  expect(answerKind({ kind: 'abort' })).toBe('slot-status');
  expect(answerKind({ kind: 'get-parameters' })).toBe('parameters');
  expect(answerKind({ kind: 'escape', bytes: new Uint8Array() })).toBe('escape');
});

function hex(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}
