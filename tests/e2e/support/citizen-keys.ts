import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Language } from '../../../contract/domain/localized.ts';

/** A word of the citizens' face by its path, such as `topic.fees`. */
export function citizenWords(language: Language): (path: string) => string {
  const url = new URL(`../../../renderer/words/${language}/self.json`, import.meta.url);
  const words: unknown = JSON.parse(readFileSync(url, 'utf8'));
  return (path) => {
    const found = path.split('.').reduce<unknown>((value, key) => Object(value)[key], words);
    if (typeof found !== 'string') throw new Error(`no word ${path}`);
    return found;
  };
}

/** Presses the keys of the screen, one after another. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  for (const key of keys) await page.getByRole('button', { name: key, exact: true }).click();
}
