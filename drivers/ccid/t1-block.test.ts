import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeT1Block, encodeT1Block, type T1Block } from './t1-block.ts';

// Control bytes of ISO/IEC 7816-3, 11.3.2.2.
test.each<[string, T1Block, string]>([
  ['I(0,0)', information(0, false, [0x00, 0xa4]), '0000' + '02' + '00a4' + 'a6'],
  ['I(1,1)', information(1, true, [0x01]), '0060' + '01' + '01' + '60'],
  ['R(0)', { kind: 'ready', sequence: 0, error: 'none' }, '00800080'],
  ['R(1)', { kind: 'ready', sequence: 1, error: 'none' }, '00900090'],
  ['R(0), wrong LRC', { kind: 'ready', sequence: 0, error: 'check-byte' }, '00810081'],
  ['R(1), other', { kind: 'ready', sequence: 1, error: 'other' }, '00920092'],
  ['S(RESYNCH request)', service(true, 'resynchronize'), '00c000c0'],
  ['S(RESYNCH response)', service(false, 'resynchronize'), '00e000e0'],
  ['S(IFS request 254)', service(true, 'information-size', 254), '00c101fe3e'],
  ['S(IFS response 254)', service(false, 'information-size', 254), '00e101fe1e'],
  ['S(ABORT request)', service(true, 'abort'), '00c200c2'],
  ['S(WTX request 1)', service(true, 'waiting-time', 1), '00c30101c3'],
  ['S(WTX response 1)', service(false, 'waiting-time', 1), '00e30101e3'],
])('%s', (_, block, bytes) => {
  expect(Buffer.from(encodeT1Block(block)).toString('hex')).toBe(bytes);
  expect(decodeT1Block(Uint8Array.from(Buffer.from(bytes, 'hex')))).toEqual(block);
});

test.each([
  ['wrong LRC', '00800081', 'check-byte'],
  ['another node', '12800092', 'other'],
  ['an R-block with information', '0080010081', 'other'],
  ['a reserved control byte', '00a000a0', 'other'],
  ['a service that does not exist', '00c400c4', 'other'],
  ['a resynchronization with a byte', '00c00100c1', 'other'],
  ['a length that is reserved', '0000ff', 'other'],
  ['less than its length', '000005ff', 'other'],
  ['nothing', '', 'other'],
])('%s is broken', (_, bytes, reason) => {
  expect(decodeT1Block(Uint8Array.from(Buffer.from(bytes, 'hex')))).toBe(reason);
});

test('a single wrong byte is always noticed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 254 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, change) => {
        const block = encodeT1Block({ kind: 'information', sequence: 0, more: false, bytes });
        const spoilt = block.slice();
        const index = at % spoilt.length;
        spoilt[index] = (spoilt[index] ?? 0) ^ change;
        expect(typeof decodeT1Block(spoilt)).toBe('string');
      },
    ),
  );
});

test('any bytes are a block or broken, and a block is encoded as it came', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300, size: 'max' }), (bytes) => {
      const block = decodeT1Block(bytes);
      if (typeof block !== 'string') expect(encodeT1Block(block)).toEqual(bytes);
    }),
  );
});

function information(sequence: 0 | 1, more: boolean, bytes: readonly number[]): T1Block {
  return { kind: 'information', sequence, more, bytes: Uint8Array.from(bytes) };
}

function service(
  request: boolean,
  purpose: (T1Block & { kind: 'service' })['purpose'],
  value?: number,
): T1Block {
  return { kind: 'service', request, purpose, bytes: Uint8Array.from(value === undefined ? [] : [value]) };
}
