import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Sentences of plain Indonesian: longer ones are read twice or not at all. */
const LONGEST_SENTENCE_WORDS = 16;
/** Words of offices and computers, each with an everyday one that says it. */
const HARD_WORDS = [
  'apabila',
  'guna',
  'terkait',
  'dimaksud',
  'bersangkutan',
  'klik',
  'submit',
  'input',
  'silahkan',
  'antrian',
];

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
const file = join(import.meta.dirname, '..', 'words', 'id', 'self.json');
const sentences = texts(JSON.parse(readFileSync(file, 'utf8'))).flatMap((text) => text.split(/[.?!]\s/));

test('every sentence is short', () => {
  const long = sentences.filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE_WORDS);
  expect(long).toEqual([]);
});

test('no word needs to be explained', () => {
  const hard = new RegExp(`\\b(${HARD_WORDS.join('|')})\\b`, 'i');
  expect(sentences.filter((sentence) => hard.test(sentence))).toEqual([]);
});
