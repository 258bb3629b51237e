import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_GROUPS, dateOfDigits, digitsOfDate, inGroups } from './digit-groups.ts';

const digits = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: most }).map((each) => each.join(''));

test('a date typed digit by digit is the same digits again, however far it is', () => {
  expect(dateOfDigits('02051986')).toBe('1986-05-02');
  expect(dateOfDigits('')).toBe('');
  fc.assert(
    fc.property(digits(8), (typed) => {
      expect(digitsOfDate(dateOfDigits(typed))).toBe(typed);
    }),
  );
});

test('groups hold every digit up to the last group', () => {
  expect(inGroups('1804045708900001', CARD_GROUPS, ' ')).toBe('1804 0457 0890 0001');
  fc.assert(
    fc.property(digits(20), (typed) => {
      expect(inGroups(typed, CARD_GROUPS, ' ').replaceAll(' ', '')).toBe(typed.slice(0, 16));
    }),
  );
});
