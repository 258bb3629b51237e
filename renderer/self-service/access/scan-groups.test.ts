import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf, placeOf } from './scan-groups.ts';

const row = {};
const list = {};
const things = (count: number, holder: object, whole: boolean, from = 0) =>
  Array.from({ length: count }, (_, place) => ({ thing: from + place, holder, whole }));

test('a row of keys stays whole; a long list comes in parts of nearly equal size', () => {
  const groups = groupsOf([...things(11, row, true), ...things(7, list, false, 11)]);
  expect(groups.map(({ length }) => length)).toEqual([11, 4, 3]);
});

test('nothing is lost, nothing stands twice, the order stays, and no group is empty', () => {
  const holders = [{}, {}, {}];
  const any = fc.array(fc.record({ holder: fc.constantFrom(...holders), whole: fc.boolean() }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(any, (parts) => {
      const all = parts.map((part, thing) => ({ ...part, thing }));
      const groups = groupsOf(all);
      expect(groups.flat()).toEqual(all.map(({ thing }) => thing));
      expect(groups.every(({ length }) => length > 0)).toBe(true);
      for (const [group, inGroup] of groups.entries())
        for (const [item, thing] of inGroup.entries())
          expect(placeOf(groups, thing)).toEqual({ group, item });
    }),
  );
  expect(placeOf([[1]], 2)).toBeNull();
  expect(placeOf([[1]], undefined)).toBeNull();
});
