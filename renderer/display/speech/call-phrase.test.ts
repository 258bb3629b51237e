import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callPhrase, numberWords } from './call-phrase.ts';
import texts from './clips.id.json' with { type: 'json' };
import { isQuiet } from './quiet-hours.ts';

const known = new Map<string, string>(Object.entries(texts));
const words = (number: string, counter: number) =>
  callPhrase(number, counter).flatMap((part) => (part.kind === 'clip' ? [part.name] : []));

test('the sentence people know, twice after one chime', () => {
  const spoken = words('A-012', 2).map((name) => known.get(name) ?? name);
  const once = ['Nomor antrean', 'a', 'nol', 'satu', 'dua', 'Silakan menuju loket', 'dua'];
  expect(spoken).toEqual(['chime', ...once, ...once]);
});

test('every number at every counter is made of clips there are', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]-\d{3,5}$/), fc.integer({ min: 1, max: 99 }), (number, counter) => {
      const missing = words(number, counter).filter((name) => name !== 'chime' && !known.has(name));
      expect(missing).toEqual([]);
    }),
  );
});

test.each([
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
])('counter %i is said “%s”', (counter, said) => {
  expect(
    numberWords(counter)
      .map((name) => known.get(name))
      .join(' '),
  ).toBe(said);
});

test('quiet hours begin with their first minute, end before their last, and may pass midnight', () => {
  const quiet = [
    { from: '20:00', to: '06:00' },
    { from: '12:00', to: '12:30' },
  ];
  const times = ['19:59', '20:00', '23:59', '00:00', '05:59', '06:00', '12:00', '12:29', '12:30'];
  expect(times.map((time) => isQuiet(time, quiet))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
  expect(isQuiet('09:00', [])).toBe(false);
});
