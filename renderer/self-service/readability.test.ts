import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const WORDS = join('renderer', 'words', 'id');
/** What citizens read or hear. */
const CITIZENS = [
  join(WORDS, 'self.json'),
  join(WORDS, 'spoken.json'),
  join(WORDS, 'display.json'),
  join('station', 'self-service', 'slip-texts.id.json'),
  join('central', 'catalog', 'catalog.json'),
];
/** What officers read as well. */
const OFFICERS = readdirSync(join(root, WORDS)).map((name) => join(WORDS, name));

/** Sentences of plain Indonesian: longer ones are read twice or not at all. */
const LONGEST_FOR_CITIZENS = 16;
const LONGEST_FOR_OFFICERS = 20;
/** What is heard cannot be read again, but is said slowly. */
const LONGEST_HEARD = 24;
/** `pertanggungjawaban` has eighteen letters and nobody needs it here. */
const LONGEST_WORD = 16;

/** Words of offices and computers, each with an everyday one that says it. */
const HARD_WORDS = [
  'adapun',
  'antrian',
  'apabila',
  'berdasarkan',
  'bersangkutan',
  'dalam rangka',
  'dikarenakan',
  'dimaksud',
  'download',
  'error',
  'form',
  'guna',
  'input',
  'invalid',
  'klik',
  'login',
  'merujuk',
  'offline',
  'online',
  'otentikasi',
  'scan',
  'sebagaimana',
  'sehubungan',
  'silahkan',
  'submit',
  'terkait',
  'tersebut',
  'upload',
  'user',
  'validasi',
];

/** Every text of a file of words. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** Of the catalog, whose other strings are keys and titles of laws, what is in two languages. */
function localized(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'en' in value) return texts(value.id);
  return Object.values(value).flatMap(localized);
}

function sentencesOf(path: string): string[] {
  const content: unknown = JSON.parse(readFileSync(join(root, path), 'utf8'));
  const all = path.endsWith('catalog.json') ? localized(content) : texts(content);
  return all.flatMap((text) => text.split(/[.?!:;]\s/));
}
const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word));

test.each(CITIZENS)('%s: every sentence is short', (path) => {
  const longest = path.endsWith('spoken.json') ? LONGEST_HEARD : LONGEST_FOR_CITIZENS;
  expect(sentencesOf(path).filter((sentence) => wordsIn(sentence).length > longest)).toEqual([]);
});

test.each(OFFICERS)('%s: no sentence is too long for somebody busy', (path) => {
  const longest = path.endsWith('spoken.json') ? LONGEST_HEARD : LONGEST_FOR_OFFICERS;
  expect(sentencesOf(path).filter((sentence) => wordsIn(sentence).length > longest)).toEqual([]);
});

test.each(CITIZENS)('%s: no word needs to be explained', (path) => {
  const hard = new RegExp(`\\b(${HARD_WORDS.join('|')})\\b`, 'i');
  expect(sentencesOf(path).filter((sentence) => hard.test(sentence))).toEqual([]);
});

test.each(CITIZENS)('%s: no word is too long to be read at once', (path) => {
  const long = sentencesOf(path)
    .flatMap((sentence) => sentence.split(/[\s/,()·-]+/))
    .filter((word) => /^\p{L}+$/u.test(word) && word.length > LONGEST_WORD);
  expect(long).toEqual([]);
});
