import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwnPage, pageFile, pageUrl } from './page-path.ts';

const folder = '/opt/anjungan/renderer';

test('a page and its parts are found', () => {
  expect(pageFile(folder, pageUrl('counter.html'))).toBe('/opt/anjungan/renderer/counter.html');
  expect(pageFile(folder, 'app://anjungan/assets/counter-Bx_1~2.js?v=1#top')).toBe(
    '/opt/anjungan/renderer/assets/counter-Bx_1~2.js',
  );
});

test.each([
  'app://anjungan/..%2f..%2fetc/passwd',
  'app://anjungan/assets/..\\..\\etc',
  'app://anjungan/assets//counter.js',
  'app://anjungan/.env',
  'app://anjungan/counter.html%00.png',
  'app://anjungan/',
  'app://elsewhere/counter.html',
  'app://user:secret@anjungan/counter.html',
  'app://anjungan:80/counter.html',
  'file:///etc/passwd',
  'http://anjungan/counter.html',
  'nonsense',
])('%s is refused', (url) => {
  expect(pageFile(folder, url)).toBeUndefined();
});

test.each(['app://anjungan/../station.js', 'app://anjungan/assets/%2e%2e/%2e%2E/station.js'])(
  '%s stays inside the folder',
  (url) => {
    expect(pageFile(folder, url)).toBe('/opt/anjungan/renderer/station.js');
  },
);

test('no address leads out of the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '\\',
    '/',
    '//',
    'a',
    '%00',
    '%5c',
    'counter.html',
    ':',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = pageFile(folder, `app://anjungan/${pieces.join('')}`);
      if (file !== undefined) expect(file).toMatch(/^\/opt\/anjungan\/renderer\/[^.]/);
    }),
  );
});

test('only our own origin is ours', () => {
  expect(isOwnPage('app://anjungan/counter.html')).toBe(true);
  expect(isOwnPage('app://anjungan.example/counter.html')).toBe(false);
  expect(isOwnPage('https://anjungan/counter.html')).toBe(false);
});
