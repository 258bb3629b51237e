import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Takes a picture of what a person sees now and says where it is. */
export type Take = (name: string, page: Page) => Promise<void>;

/** Pictures numbered in the order they are taken. */
export function takePictures(folder: string): Take {
  let number = 0;
  return async (name, page) => {
    number += 1;
    const path = join(folder, `${String(number).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    process.stdout.write(`${path}\n`);
  };
}
