import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfType } from './media-type.ts';

const GOOD = {
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0],
  'image/png': [...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  'image/webp': [...Buffer.from('RIFF1234WEBP', 'latin1')],
  'audio/webm': [0x1a, 0x45, 0xdf, 0xa3],
} as const;
const types = Object.keys(GOOD);

test('each type is known by its first bytes whatever follows, and is no other', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(GOOD) as (keyof typeof GOOD)[])),
      fc.uint8Array(),
      (type, rest) => {
        const bytes = Uint8Array.from([...GOOD[type], ...rest]);
        expect(types.filter((each) => isOfType(each, bytes))).toEqual([type]);
      },
    ),
  );
});

test('a beginning cut short, a page and a type nobody knows are none', () => {
  for (const [type, bytes] of Object.entries(GOOD)) {
    if (type !== 'image/jpeg') expect(isOfType(type, Uint8Array.from(bytes.slice(0, -1)))).toBe(false);
    expect(isOfType('text/html', Uint8Array.from(bytes))).toBe(false);
    expect(isOfType('constructor', Uint8Array.from(bytes))).toBe(false);
    expect(isOfType(type, Buffer.from('<script>alert(1)</script>'))).toBe(false);
  }
});
