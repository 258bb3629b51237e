import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCommandStream } from './command-stream.ts';
import {
  decodeHeader,
  encodeSubmitReturn,
  encodeUnlinkReturn,
  HEADER_BYTES,
  MOST_TRANSFER_BYTES,
  STATUS,
  UsbIpError,
} from './usbip-messages.ts';

/** Words of four bytes as the protocol's tables list them, then what follows. */
function message(words: readonly number[], rest: readonly number[] = []): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES);
  for (const [index, word] of words.entries()) bytes.writeUInt32BE(word, index * 4);
  return Uint8Array.from([...bytes, ...rest]);
}

/** CMD_SUBMIT, sequence 0xd05, device 0x1000f, out, endpoint 1, flags, length 3. */
const WRITE = message([1, 0xd05, 0x0001000f, 0, 1, 0, 3], [0x1b, 0x40, 0x0a]);
/** The same device asked for its descriptor: in, endpoint 0, length 18, setup packet in the last eight bytes. */
const ASK = message([1, 0xd06, 0x0001000f, 1, 0, 0x200, 18, 0, 0, 0, 0x80060001, 0x00001200]);
const UNLINK = message([2, 0xd07, 0x0001000f, 0, 0, 0xd05]);

test('reads a write with its bytes, a question with its setup packet, and an unlink', () => {
  expect(createCommandStream().push(Buffer.concat([WRITE, ASK, UNLINK]))).toEqual([
    {
      kind: 'submit',
      sequence: 0xd05,
      direction: 'out',
      endpoint: 1,
      length: 3,
      setup: new Uint8Array(8),
      bytes: Uint8Array.of(0x1b, 0x40, 0x0a),
    },
    {
      kind: 'submit',
      sequence: 0xd06,
      direction: 'in',
      endpoint: 0,
      length: 18,
      setup: Uint8Array.of(0x80, 6, 0, 1, 0, 0, 0x12, 0),
      bytes: new Uint8Array(),
    },
    { kind: 'unlink', sequence: 0xd07, unlinked: 0xd05 },
  ]);
});

test('writes the ends of transfers and of unlinks', () => {
  const { command } = decodeHeader(ASK.subarray(0, HEADER_BYTES));
  if (command.kind !== 'submit') throw new TypeError('Expected a submit');
  const answer = encodeSubmitReturn(command, STATUS.ok, Uint8Array.of(18, 1));
  expect(answer).toEqual(message([3, 0xd06, 0, 0, 0, 0, 2], [18, 1]));
  expect(encodeSubmitReturn(command, STATUS.stall, 0)).toEqual(message([3, 0xd06, 0, 0, 0, 0xffffffe0, 0]));
  expect(encodeUnlinkReturn(0xd07, STATUS.unlinked)).toEqual(message([4, 0xd07, 0, 0, 0, 0xffffff98]));
});

test.each([
  ['a command of another kind', message([5, 1])],
  ['a third direction', message([1, 1, 1, 2])],
  ['an endpoint past 15', message([1, 1, 1, 0, 16])],
  ['a transfer longer than the bound', message([1, 1, 1, 0, 1, 0, MOST_TRANSFER_BYTES + 1])],
  ['a negative length', message([1, 1, 1, 0, 1, 0, 0xffffffff])],
])('%s is refused', (_, bytes) => {
  expect(() => createCommandStream().push(bytes)).toThrow(UsbIpError);
});

test('however the stream is cut, the same commands come out', () => {
  const whole = Buffer.concat([WRITE, ASK, WRITE, UNLINK]);
  const expected = createCommandStream().push(whole);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 20 }), (cuts) => {
      const stream = createCommandStream();
      const ends = [...cuts.sort((one, other) => one - other), whole.length];
      const parts = ends.map((end, index) => whole.subarray(ends[index - 1] ?? 0, end));
      expect(parts.flatMap((part) => stream.push(part))).toEqual(expected);
    }),
  );
});

test('any bytes give commands or a UsbIpError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        createCommandStream().push(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(UsbIpError);
      }
    }),
  );
});
