import { expect, test } from 'vitest';
import { createWireSearch } from './wire-search.ts';

const NAME = 'SITI SPESIMEN RAHAYU';

test.each([
  ['as it is', (text: string) => Buffer.from(text)],
  ['in hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
  ['in Base64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
  ['in Base64 after one byte', (text: string) => Buffer.from(Buffer.from(`x${text}`).toString('base64'))],
  ['in Base64 after two bytes', (text: string) => Buffer.from(Buffer.from(`xx${text}`).toString('base64'))],
])('finds a name %s, also where two pieces meet', (_, write) => {
  const bytes = write(`..{"name":"${NAME}"}..`);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const search = createWireSearch([NAME]);
    search.look('up', bytes.subarray(0, cut));
    search.look('down', Buffer.from('something else'));
    search.look('up', bytes.subarray(cut));
    expect(search.found()).toEqual([NAME]);
  }
});

test('finds nothing where there is nothing', () => {
  const search = createWireSearch([NAME]);
  search.look('up', Buffer.from('SITI SPESIMEN'));
  search.look('down', Buffer.from(' RAHAYU'));
  expect(search.found()).toEqual([]);
  expect(search.bytes()).toBe(20);
});
