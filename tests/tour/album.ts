import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { takePictures } from './take-pictures.ts';

/** Numbered pictures of screens, in the order in which they were looked at. */
export interface Album {
  /** Keeps a picture of the page, of the counter's where none is named. */
  look(name: string, page?: Page): Promise<void>;
  /** Pictures so far. */
  count(): number;
}

/** Takes away what lies in the folder itself; albums below it stay. */
export function openAlbum(folder: string, counter: Page): Album {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) rmSync(join(folder, entry.name));
  const take = takePictures(folder);
  let number = 0;
  return {
    async look(name, page = counter) {
      number += 1;
      await take(name, page);
    },
    count: () => number,
  };
}
