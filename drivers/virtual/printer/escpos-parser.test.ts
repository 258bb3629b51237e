import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEscPosParser, type ParsedByte } from './escpos-parser.ts';

function parse(bytes: Iterable<number>): ParsedByte[] {
  const parser = createEscPosParser();
  return [...bytes].map((byte) => parser.push(byte)).filter((parsed) => parsed.kind !== 'more');
}

function names(bytes: Iterable<number>): string[] {
  return parse(bytes).map((parsed) => (parsed.kind === 'command' ? parsed.command.name : parsed.kind));
}

test.each([
  ['ESC @', [0x1b, 0x40], { name: 'initialize' }],
  ['ESC a 1', [0x1b, 0x61, 1], { name: 'align', to: 'center' }],
  ["ESC a '2'", [0x1b, 0x61, 0x32], { name: 'align', to: 'right' }],
  ['GS ! 33', [0x1d, 0x21, 0x33], { name: 'size', width: 4, height: 4 }],
  ['GS V 1', [0x1d, 0x56, 1], { name: 'cut', feedToKnife: false, feedDots: 0 }],
  ['GS V 66 10', [0x1d, 0x56, 66, 10], { name: 'cut', feedToKnife: true, feedDots: 10 }],
  ['GS r 1', [0x1d, 0x72, 1], { name: 'send-status', which: 'paper' }],
  ['GS a 14', [0x1d, 0x61, 0x0e], { name: 'automatic-status', mask: 14 }],
  ['QR module', [0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, 6], { name: 'qr-module', dots: 6 }],
  [
    'QR data',
    [0x1d, 0x28, 0x6b, 5, 0, 0x31, 0x50, 0x30, 65, 66],
    { name: 'qr-store', data: Uint8Array.of(65, 66) },
  ],
  [
    'GS v 0',
    [0x1d, 0x76, 0x30, 0, 1, 0, 2, 0, 0xff, 0x81],
    { name: 'raster', scaleX: 1, scaleY: 1, widthBytes: 1, rows: Uint8Array.of(0xff, 0x81) },
  ],
  ['ESC *', [0x1b, 0x2a, 33, 1, 0, 1, 2, 3], { name: 'column-image', columns: Uint8Array.of(1, 2, 3) }],
])('%s', (_, bytes, command) => {
  expect(parse(bytes)).toEqual([{ kind: 'command', command }]);
});

test('what is unknown or out of range is a problem, and the next command is read again', () => {
  expect(names([0x1b, 0x7f, 0x1b, 0x40])).toEqual(['problem', 'initialize']);
  expect(names([0x1b, 0x61, 9, 0x0a])).toEqual(['problem', 'line-feed']);
  expect(names([0x1d, 0x76, 0x30, 0, 0xff, 0xff, 0xff, 0xff, 0x0a])).toEqual(['problem', 'line-feed']);
  expect(names([0x07, 0x41])).toEqual(['problem', 'character']);
});

test('bytes of one command may come in any number of packets', () => {
  const parser = createEscPosParser();
  expect(parser.push(0x1d).kind).toBe('more');
  expect(parser.isMidCommand()).toBe(true);
  expect(parser.push(0x21).kind).toBe('more');
  expect(parser.push(0x11).kind).toBe('command');
  expect(parser.isMidCommand()).toBe(false);
});

test('any bytes give commands or problems, and the parser always comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      const parser = createEscPosParser();
      for (const byte of bytes) parser.push(byte);
      // No command is longer than its syntax allows: enough filler ends whatever was begun.
      let filler = 0;
      while (parser.isMidCommand() && filler < 200_000) {
        parser.push(0x0a);
        filler += 1;
      }
      expect(parser.isMidCommand()).toBe(false);
      expect(parser.push(0x0a)).toEqual({ kind: 'command', command: { name: 'line-feed' } });
    }),
  );
});
