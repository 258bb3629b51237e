import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../languages.ts';
import { SPOKEN_SCREENS } from './prompts.ts';

const words = join(import.meta.dirname, '..', '..', 'words');
/** What can be held in mind while it is heard once. */
const LONGEST_SENTENCE_WORDS = 24;

test.each(LANGUAGES)('every screen has something to say in $name, in short sentences', ({ code }) => {
  const spoken: Record<string, string> = JSON.parse(readFileSync(join(words, code, 'spoken.json'), 'utf8'));
  expect(Object.keys(spoken).sort()).toEqual([...SPOKEN_SCREENS].sort());
  for (const text of Object.values(spoken)) {
    for (const sentence of text.split(/[.?!]/))
      expect(sentence.trim().split(/\s+/).length, sentence).toBeLessThanOrEqual(LONGEST_SENTENCE_WORDS);
  }
});
