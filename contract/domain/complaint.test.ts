import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatComplaintCode, parseComplaintCode } from './complaint.ts';

const draws = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 8, maxLength: 8 });

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      const code = formatComplaintCode(drawn);
      expect(parseComplaintCode(code)).toBe(code);
      expect(parseComplaintCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
      expect(parseComplaintCode(code.slice(3))).toBe(code);
    }),
  );
});

test('one wrong character is found', () => {
  fc.assert(
    fc.property(draws, fc.nat(7), fc.integer({ min: 1, max: 31 }), (drawn, place, by) => {
      const code = formatComplaintCode(drawn);
      const wrong = formatComplaintCode(drawn.map((draw, at) => (at === place ? (draw + by) % 32 : draw)));
      expect(parseComplaintCode(`${wrong.slice(0, -1)}${code.at(-1)}`)).toBeNull();
    }),
  );
});

test('any text is a code or null', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseComplaintCode(text);
      expect(read === null || /^AD-/.test(read)).toBe(true);
    }),
  );
});
