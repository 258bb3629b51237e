import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAutomaticStatus } from './automatic-status.ts';
import { decodePaperStatus } from './paper-status.ts';
import { decodeDeviceId, decodePortStatus, getDeviceIdRequest } from './printer-class.ts';
import { statusProblem } from './printer-status.ts';
import { decodeRealTimeStatus, encodeRealTimeQuery, isRealTimeAnswer } from './real-time-status.ts';
import { createStatusStream } from './status-stream.ts';

const WELL = { offline: false, coverOpen: false, paperOut: false, paperNearEnd: false, fault: null };

// The bytes are those of the tables under DLE EOT, GS a and GS r in Epson's ESC/POS command reference.
test.each([
  ['well', [0x12, 0x12, 0x12, 0x12], WELL],
  ['drawer pin high changes nothing', [0x16, 0x12, 0x12, 0x12], WELL],
  ['offline, cover open', [0x1a, 0x16, 0x12, 0x12], { ...WELL, offline: true, coverOpen: true }],
  [
    'offline, paper end',
    [0x1a, 0x32, 0x12, 0x7e],
    { ...WELL, offline: true, paperOut: true, paperNearEnd: true },
  ],
  ['paper near end', [0x12, 0x12, 0x12, 0x1e], { ...WELL, paperNearEnd: true }],
  ['cutter error', [0x1a, 0x52, 0x1a, 0x12], { ...WELL, offline: true, fault: 'cutter' }],
  ['unrecoverable error', [0x1a, 0x52, 0x32, 0x12], { ...WELL, offline: true, fault: 'hardware' }],
  ['hot head', [0x1a, 0x52, 0x52, 0x12], { ...WELL, offline: true, fault: 'overheated' }],
  ['stuck knife and hot head', [0x1a, 0x52, 0x5a, 0x12], { ...WELL, offline: true, fault: 'cutter' }],
  ['an error without a name', [0x1a, 0x52, 0x12, 0x12], { ...WELL, offline: true, fault: 'unnamed' }],
])('DLE EOT 1 to 4: %s', (_, answers, status) => {
  expect(decodeRealTimeStatus(answers)).toEqual(status);
});

test.each([
  ['well', [0x10, 0x00, 0x00, 0x0f], WELL],
  ['cover open', [0x38, 0x00, 0x00, 0x0f], { ...WELL, offline: true, coverOpen: true }],
  ['paper end', [0x18, 0x00, 0x0f, 0x0f], { ...WELL, offline: true, paperOut: true, paperNearEnd: true }],
  ['paper near end', [0x10, 0x00, 0x03, 0x0f], { ...WELL, paperNearEnd: true }],
  ['cutter error', [0x18, 0x08, 0x00, 0x0f], { ...WELL, offline: true, fault: 'cutter' }],
  ['mechanical error', [0x18, 0x04, 0x00, 0x0f], { ...WELL, offline: true, fault: 'hardware' }],
  ['unrecoverable error', [0x18, 0x20, 0x00, 0x0f], { ...WELL, offline: true, fault: 'hardware' }],
  ['hot head', [0x18, 0x40, 0x00, 0x0f], { ...WELL, offline: true, fault: 'overheated' }],
])('GS a: %s', (_, bytes, status) => {
  expect(decodeAutomaticStatus(bytes)).toEqual(status);
});

test('GS r 1 accepts the four answers a sensor can give and no other byte', () => {
  const accepted = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => decodePaperStatus(byte));
  expect(accepted).toEqual([0x00, 0x03, 0x0c, 0x0f]);
});

test('wrong fixed bits are no answer', () => {
  expect(decodeRealTimeStatus([0x12, 0x12, 0x92, 0x12])).toBeNull();
  expect(decodeRealTimeStatus([0x12, 0x12, 0x12])).toBeNull();
  expect(decodeAutomaticStatus([0x10, 0x10, 0x00, 0x0f])).toBeNull();
  expect(decodeAutomaticStatus([0x10, 0x00, 0x00])).toBeNull();
  expect([0x00, 0x10, 0x93, 0xff].filter(isRealTimeAnswer)).toEqual([]);
});

test('the problem to tell is the one a person can put right first', () => {
  const fault = 'cutter' as const;
  const all = { offline: true, coverOpen: true, paperOut: true, paperNearEnd: true, fault };
  expect(statusProblem(all)).toBe('cover-open');
  expect(statusProblem({ ...all, coverOpen: false })).toBe('paper-out');
  expect(statusProblem({ ...all, coverOpen: false, paperOut: false })).toBe('cutter');
  expect(statusProblem({ ...WELL, offline: true, fault: 'unnamed' })).toBe('hardware');
  expect(statusProblem({ ...WELL, offline: true })).toBe('offline');
  expect(statusProblem({ ...WELL, paperNearEnd: true })).toBeNull();
});

test('the query is DLE EOT n', () => {
  expect([...encodeRealTimeQuery(4)]).toEqual([0x10, 0x04, 0x04]);
});

test('port status and device id follow the printer class', () => {
  expect(decodePortStatus(Uint8Array.of(0x18))).toEqual({ paperEmpty: false, selected: true, error: false });
  expect(decodePortStatus(Uint8Array.of(0x20))).toEqual({ paperEmpty: true, selected: false, error: true });
  expect(decodePortStatus(new Uint8Array(2))).toBeNull();
  const text = 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;';
  const bytes = Uint8Array.of(0, text.length + 2, ...Buffer.from(text));
  expect(decodeDeviceId(bytes)?.get('MDL')).toBe('TM-T20');
  expect(decodeDeviceId(bytes.subarray(0, 20))).toBeNull();
  expect(getDeviceIdRequest(1).index).toBe(0x0100);
});

test('answers of three kinds mixed on one pipe are told apart, and a broken one costs no other', () => {
  const stream = createStatusStream();
  const kinds = [0x12, 0x10, 0x00, 0x00, 0x0f, 0x00, 0x10, 0x00, 0x12, 0xff, 0x0c].flatMap((byte) =>
    stream.push(byte).map((message) => message.kind),
  );
  expect(kinds).toEqual(['real-time', 'automatic', 'paper', 'garbage', 'real-time', 'garbage', 'paper']);
});

test('any bytes at all give messages that account for every byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const stream = createStatusStream();
      let accounted = 0;
      for (const byte of bytes) {
        for (const message of stream.push(byte)) {
          accounted +=
            message.kind === 'garbage' ? message.bytes.length : message.kind === 'automatic' ? 4 : 1;
        }
      }
      return bytes.length - accounted >= 0 && bytes.length - accounted <= 3;
    }),
  );
});

test('any bytes decode to a value or null', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      decodeRealTimeStatus([...bytes]);
      decodeAutomaticStatus([...bytes]);
      decodePortStatus(bytes);
      decodeDeviceId(bytes);
    }),
  );
});
