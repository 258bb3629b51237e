import { expect, test } from 'vitest';
import { isBrowserKey } from './browser-keys.ts';

const plain = { control: false, meta: false, alt: false, shift: false };

test.each([
  { ...plain, key: 'F12' },
  { ...plain, key: 'p', control: true },
  { ...plain, key: 'P', control: true, shift: true },
  { ...plain, key: 'I', control: true, shift: true },
  { ...plain, key: 'ArrowLeft', alt: true },
  { ...plain, key: 'F4', alt: true },
  { ...plain, key: '+', control: true },
])('$key is a browser key', (input) => {
  expect(isBrowserKey(input)).toBe(true);
});

test.each([
  { ...plain, key: 'a' },
  { ...plain, key: 'P', shift: true },
  { ...plain, key: 'c', control: true },
  { ...plain, key: 'v', control: true },
  { ...plain, key: 'z', control: true },
  { ...plain, key: 'Tab' },
  { ...plain, key: 'Enter' },
])('$key is left to the page', (input) => {
  expect(isBrowserKey(input)).toBe(false);
});
