import { expect, test } from 'vitest';
import { issueCodeSchema } from '../../../contract/domain/issue.ts';
import { fill, issueWords, publicWords } from './words.ts';

test('both languages have the same words, with the same places for values', () => {
  const places = (text: string) => text.match(/\{\w+\}/g) ?? [];
  expect(Object.keys(publicWords.en)).toEqual(Object.keys(publicWords.id));
  for (const [name, text] of Object.entries(publicWords.id)) {
    const english = Object.entries(publicWords.en).find(([key]) => key === name)?.[1] ?? '';
    expect(places(english)).toEqual(places(text));
  }
});

test('every issue a kiosk can record has its words', () => {
  expect(Object.keys(issueWords).sort()).toEqual([...issueCodeSchema.options].sort());
});

test('values are filled in, and a place without one stays', () => {
  expect(fill('{days} hari, {other}', { days: 4 })).toBe('4 hari, {other}');
});
