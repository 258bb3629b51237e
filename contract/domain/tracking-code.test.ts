import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatTrackingCode,
  parseTrackingCode,
  TRACKING_ALPHABET,
  trackingCodeSchema,
} from './tracking-code.ts';

const randomBytes = fc.uint8Array({ minLength: 5, maxLength: 5 });

test('every code reads back from any way of typing it', () => {
  fc.assert(
    fc.property(randomBytes, (bytes) => {
      const code = formatTrackingCode(bytes);
      expect(trackingCodeSchema.parse(code)).toBe(code);
      expect(parseTrackingCode(code)).toBe(code);
      expect(parseTrackingCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
      expect(parseTrackingCode(code.slice(3).replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }),
  );
});

test('every single wrong character is found', () => {
  fc.assert(
    fc.property(randomBytes, fc.nat(8), fc.constantFrom(...TRACKING_ALPHABET), (bytes, place, wrong) => {
      const plain = formatTrackingCode(bytes).slice(3).replaceAll('-', '');
      fc.pre(plain[place] !== wrong);
      expect(parseTrackingCode(plain.slice(0, place) + wrong + plain.slice(place + 1))).toBeNull();
    }),
  );
});

test('anything else is no code', () => {
  fc.assert(fc.property(fc.string({ maxLength: 7 }), (text) => parseTrackingCode(text) === null));
});

test('a code typed without its prefix that begins with L and B is read whole', () => {
  const body = `1B${'0'.repeat(6)}`;
  const code = formatTrackingCode(Uint8Array.of(0x0a, 0xc0, 0, 0, 0));
  expect(code.slice(3, 5)).toBe('1B');
  expect(parseTrackingCode(`LB${body.slice(2)}${code.slice(-1)}`)).toBe(code);
});
