import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_PAGE_437, CODE_PAGE_1252 } from './code-pages.ts';
import { toLegible } from './legible-text.ts';
import { chooseModuleDots } from './qr-size.ts';
import { layOutColumns, wrapText } from './wrap-text.ts';

test('long Indonesian text wraps at words, never inside one that fits', () => {
  const text = 'Pertanggungjawaban kependudukan: ketidaksesuaian data diselesaikan di Disdukcapil Liwa';
  expect(wrapText(text, 32)).toEqual([
    'Pertanggungjawaban kependudukan:',
    'ketidaksesuaian data',
    'diselesaikan di Disdukcapil Liwa',
  ]);
});

test('a word longer than the paper is broken, a no-break space is not', () => {
  expect(wrapText('x'.repeat(35), 16)).toEqual(['x'.repeat(16), 'x'.repeat(16), 'xxx']);
  expect(wrapText('24 November 2026, 08.25\u00a0WIB', 25)).toEqual(['24 November 2026,', '08.25 WIB']);
});

test('wrapping keeps every word in order and every line within the paper', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 48 }), (raw, columns) => {
      const text = raw.replaceAll('\u00a0', '');
      const lines = wrapText(text, columns);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[\n ]/g, ''));
    }),
  );
});

test('columns keep the value flush right and two spaces off its label', () => {
  expect(layOutColumns('Biaya', 'Rp650.000', 32)).toEqual([`Biaya${' '.repeat(18)}Rp650.000`]);
  expect(layOutColumns('Layanan', 'Penggantian paspor habis masa berlaku', 32)).toEqual([
    'Layanan       Penggantian paspor',
    '              habis masa berlaku',
  ]);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (left, right) => {
      for (const line of layOutColumns(left, right, 32)) expect(line.length).toBe(32);
    }),
  );
});

test('letters the printer has stay, letters it lacks lose their marks, the rest is a question mark', () => {
  expect(toLegible('José Nuñez — “Żółć” Đỗ ʼAisyah 王 👩 …')).toBe('José Nuñez - "Zólc" Do \'Aisyah ? ? ...');
  expect(toLegible('e\u0301')).toBe('é');
  expect(toLegible('• satu\tdua\r\ntiga')).toBe('· satu dua\ntiga');
});

test('no text can carry a command: only line breaks and printable characters come out', () => {
  const printable = new Set([...CODE_PAGE_437, ...CODE_PAGE_1252]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const character of toLegible(text)) {
        const code = character.codePointAt(0) ?? 0;
        expect(
          character === '\n' || (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && printable.has(character)),
        ).toBe(true);
      }
    }),
  );
});

test('code pages have 128 characters each', () => {
  expect([CODE_PAGE_437.length, CODE_PAGE_1252.length]).toEqual([128, 128]);
});

test('QR modules shrink to fit the paper with the quiet zone, and data past the bound is refused', () => {
  expect(chooseModuleDots(14, 384)).toBe(6);
  expect(chooseModuleDots(213, 384)).toBe(5);
  expect(() => chooseModuleDots(214, 576)).toThrow(RangeError);
  expect(() => chooseModuleDots(0, 576)).toThrow(RangeError);
});
