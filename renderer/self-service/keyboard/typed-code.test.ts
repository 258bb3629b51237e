import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTrackingCode, parseTrackingCode } from '../../../contract/domain/tracking-code.ts';
import { cleanCode, grouped } from './typed-code.ts';

const five = fc.uint8Array({ minLength: 5, maxLength: 5 });

test('a code typed with or without its prefix and dashes is the same code', () => {
  fc.assert(
    fc.property(five, (random) => {
      const code = formatTrackingCode(random);
      const plain = code.slice(3).replaceAll('-', '');
      expect(cleanCode(code, 'LB')).toBe(plain);
      expect(cleanCode(grouped(plain).toLowerCase(), 'LB')).toBe(plain);
      expect(parseTrackingCode(`LB-${grouped(plain)}`)).toBe(code);
    }),
  );
});

test('look-alikes become digits and nothing else gets in', () => {
  expect(cleanCode('oil u!', 'LB')).toBe('011');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(cleanCode(text, 'LB')).toMatch(/^[0-9A-HJKMNP-TV-Z]{0,9}$/);
    }),
  );
});
