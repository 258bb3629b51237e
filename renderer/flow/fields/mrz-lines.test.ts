import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinMrz, splitMrz } from './mrz-lines.ts';

const upper = 'P<IDNSPESIMEN<<SITI<<<<<<<<<<<<<<<<<<<<<<<<<';
const lower = 'X1234567<4IDN8605022F2611246<<<<<<<<<<<<<<02';

test('a scanned passport fills both lines at once', () => {
  expect(joinMrz(['', ''], 0, `${upper}\r\n${lower}`)).toBe(`${upper}\n${lower}`);
  expect(joinMrz(['', ''], 0, `${upper}${lower}`)).toBe(`${upper}\n${lower}`);
});

test('typing a line leaves the other one alone', () => {
  expect(joinMrz([upper, lower], 1, 'x12')).toBe(`${upper}\nX12`);
  expect(joinMrz([upper, lower], 0, 'p<id')).toBe(`P<ID\n${lower}`);
  expect(joinMrz(['', ''], 0, '')).toBe('');
});

test('whatever is typed, a line holds at most 44 MRZ characters and reads back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.constantFrom(0 as const, 1 as const), (text, line) => {
      const lines = splitMrz(joinMrz(['', ''], line, text));
      for (const each of lines) expect(each).toMatch(/^[A-Z0-9<]{0,44}$/);
    }),
  );
});
