import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, joined, lengthOf } from './pieces.ts';

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
