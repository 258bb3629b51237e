import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUnattended } from './read-unattended.ts';

const two = (number: number) => String(number).padStart(2, '0');
const minuteArbitrary = fc.nat(1_439);
const written = (minute: number, between: string) =>
  `${two(Math.floor(minute / 60))}${between}${two(minute % 60)}`;

test('hours are read as people write them, over midnight too', () => {
  fc.assert(
    fc.property(minuteArbitrary, minuteArbitrary, fc.constantFrom('.', ':'), (from, to, between) => {
      fc.pre(from !== to);
      expect(readUnattended(`${written(from, between)}-${written(to, between)}`)).toEqual([
        { from: written(from, ':'), to: written(to, ':') },
      ]);
    }),
  );
  expect(readUnattended('16.00-07.30, 12.00-13.00')).toHaveLength(2);
});

test('an officer at any time, and the kiosk’s own file', () => {
  expect([readUnattended('none'), readUnattended('kiosk')]).toEqual([[], null]);
});

test.each([
  '',
  'always',
  '16-7',
  '16.00-24.00',
  '16.60-17.00',
  '07.30-07.30',
  '16.00-17.00-18.00',
  '1.00-2.00',
])('no hours: %s', (text) => expect(() => readUnattended(text)).toThrow(RangeError));

test('hours that leave officers no minute are refused, those that leave one are not', () => {
  fc.assert(
    fc.property(minuteArbitrary, fc.integer({ min: 1, max: 1_438 }), (first, length) => {
      const second = (first + length) % 1_440;
      const half = `${written(first, '.')}-${written(second, '.')}`;
      const rest = (end: number) => `${written(second, '.')}-${written((first + 1_440 - end) % 1_440, '.')}`;
      expect(() => readUnattended(`${half},${rest(0)}`)).toThrow(RangeError);
      fc.pre((second + 1) % 1_440 !== first);
      expect(readUnattended(`${half},${rest(1)}`)).toHaveLength(2);
    }),
  );
  expect(() => readUnattended(Array(9).fill('01.00-02.00').join(','))).toThrow(RangeError);
});
