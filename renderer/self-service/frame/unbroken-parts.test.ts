import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unbrokenParts } from './unbroken-parts.ts';

const whole = (text: string) => unbrokenParts(text).flatMap((part) => (part.isWhole ? [part.text] : []));

test('KTP-el stays whole wherever it stands; doubled words may break', () => {
  expect(unbrokenParts('Apakah Anda punya KTP-el?')).toEqual([
    { start: 0, text: 'Apakah Anda punya ', isWhole: false },
    { start: 18, text: 'KTP-el', isWhole: true },
    { start: 24, text: '?', isWhole: false },
  ]);
  expect(whole('KTP-el')).toEqual(['KTP-el']);
  expect(whole('Laki-laki dan undang-undang')).toEqual([]);
});

test('nothing is lost or changed', () => {
  const text = fc.string().map((part) => `${part}KTP-el${part}`);
  fc.assert(
    fc.property(text, (words) => {
      expect(
        unbrokenParts(words)
          .map((part) => part.text)
          .join(''),
      ).toBe(words);
    }),
  );
});
