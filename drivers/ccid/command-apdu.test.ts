import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainCommand } from './chain-command.ts';
import { type CommandApdu, decodeCommandApdu, encodeShortApdu } from './command-apdu.ts';

// The seven cases of ISO/IEC 7816-3, 12.1.
test.each([
  ['1', '00a40000', 0, 0],
  ['2 short', '00b0000010', 0, 16],
  ['2 short, all there is', '00b0000000', 0, 256],
  ['3 short', '00a4000c023f00', 2, 0],
  ['4 short', '00a40000023f0000', 2, 256],
  ['2 extended', '00b00000000400', 0, 1_024],
  ['2 extended, all there is', '00b00000000000', 0, 65_536],
  ['3 extended', '00d6000000000401020304', 4, 0],
  ['4 extended', '00d60000000004010203040010', 4, 16],
])('case %s', (_, bytes, data, expected) => {
  const command = decodeCommandApdu(Buffer.from(bytes, 'hex'));
  expect(command).toMatchObject({ expected });
  expect(command?.data).toHaveLength(data);
});

test.each(['', '00a400', '00a4000c033f00', '00d600000000', '00d60000000000aa', '00d6000000000401020304aa'])(
  '%s is no command',
  (bytes) => {
    expect(decodeCommandApdu(Buffer.from(bytes, 'hex'))).toBeNull();
  },
);

test('what has a short form survives the way there and back', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ maxLength: 255 }),
      fc.integer({ min: 0, max: 256 }),
      (header, data, expected) => {
        const bytes = encodeShortApdu({ header, data, expected });
        expect(bytes && decodeCommandApdu(bytes)).toEqual({ header, data, expected });
      },
    ),
  );
});

test('a chain carries all the data, marks all pieces but the last, and asks once', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 256, maxLength: 2_000, size: 'max' }),
      fc.integer({ min: 0, max: 65_536 }),
      (data, expected) => {
        const command: CommandApdu = { header: Uint8Array.of(0x0c, 0xd6, 0, 0), data, expected };
        const pieces = (chainCommand(command) ?? []).map((piece) => decodeCommandApdu(piece));
        expect(Buffer.concat(pieces.map((piece) => piece?.data ?? new Uint8Array()))).toEqual(
          Buffer.from(data),
        );
        const classes = pieces.map((piece) => piece?.header[0]);
        expect(classes.slice(0, -1).every((cla) => cla === 0x1c)).toBe(true);
        expect(classes.at(-1)).toBe(0x0c);
        expect(pieces.slice(0, -1).every((piece) => piece?.expected === 0)).toBe(true);
        expect(pieces.at(-1)?.expected).toBe(Math.min(expected, 256));
      },
    ),
  );
  const own: CommandApdu = { header: Uint8Array.of(0x80, 1, 0, 0), data: new Uint8Array(300), expected: 0 };
  expect(chainCommand(own)).toBeNull();
});

test('any bytes are a command or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600, size: 'max' }), (bytes) => {
      const command = decodeCommandApdu(bytes);
      if (command) expect(command.data.length).toBeLessThanOrEqual(bytes.length);
    }),
  );
});
