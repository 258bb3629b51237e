import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, joined, lengthOf, letGo } from './pieces.ts';

const piecesArbitrary = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 8 });

test('what is cut from pieces is what would be cut from the whole', () => {
  fc.assert(
    fc.property(piecesArbitrary, fc.nat(180), fc.nat(180), (pieces, one, other) => {
      const whole = Buffer.concat(pieces);
      const [from, until] = [Math.min(one, other), Math.max(one, other)];
      expect(joined(cut(pieces, from, until))).toEqual(whole.subarray(from, until));
      expect(lengthOf(pieces)).toBe(whole.length);
      expect(joined(pieces)).toEqual(whole);
    }),
  );
});

test('only memory that is a piece’s alone is given back, and once', () => {
  const own = new Uint8Array(8);
  const shared = new Uint8Array(8);
  const part = shared.subarray(2, 4);
  letGo([own, part, own]);
  expect(own.byteLength).toBe(0);
  expect(part.byteLength).toBe(2);
  expect(shared.byteLength).toBe(8);
});
