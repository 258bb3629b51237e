import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueCodeSchema } from '../../contract/domain/issue.ts';
import { stationErrors } from '../../contract/station/errors.ts';
import { createWords } from './words.ts';

const renderer = join(import.meta.dirname, '..');
const words = await createWords(['id', 'en']);

/** Keys of a language; the plural endings a language may lack are left out. */
function keysOf(language: string): string[] {
  const walk = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => walk(inner, path ? `${path}.${key}` : key))
      : [path.replace(/_(zero|one|two|few|many|other)$/, '')];
  return [...new Set(walk(words.getResourceBundle(language, 'translation'), ''))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

test('both languages say the same things', () => {
  expect(keysOf('en')).toEqual(keysOf('id'));
});

test('no word is empty', () => {
  for (const language of ['id', 'en']) {
    const empty = JSON.stringify(words.getResourceBundle(language, 'translation')).match(/"[^"]+":""/g);
    expect(empty).toBeNull();
  }
});

test('every issue and every station error has words', () => {
  const known = new Set(keysOf('id'));
  const wanted = [
    ...issueCodeSchema.options.map((code) => `issue.${code}`),
    ...Object.keys(stationErrors).map((code) => `error.${code}`),
    'error.STATION_LOST',
    'error.UNKNOWN',
  ];
  expect(wanted.filter((key) => !known.has(key))).toEqual([]);
});

test('every word the screens ask for by name is there', () => {
  const known = new Set(keysOf('id'));
  const missing = sources(renderer).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([^'$]+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !known.has(key))
      .map((key) => `${path.slice(renderer.length + 1)}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('a screen in both languages has both at once; another has English when somebody changes to it', async () => {
  expect(words.t('self.touch', { lng: 'en' })).not.toBe(words.t('self.touch', { lng: 'id' }));
  const one = await createWords();
  await one.changeLanguage('en');
  expect(one.t('self.touch')).toBe(words.t('self.touch', { lng: 'en' }));
});
