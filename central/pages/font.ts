import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FILE = 'plus-jakarta-sans-latin-wght-normal.woff2';

/** Plus Jakarta Sans (SIL OFL 1.1), from the resources of a built central or the package of a working copy; null when neither has it. */
export function findFont(resourcesFolder: string): Uint8Array<ArrayBuffer> | null {
  const built = join(resourcesFolder, FILE);
  if (existsSync(built)) return new Uint8Array(readFileSync(built));
  try {
    const packaged = `@fontsource-variable/plus-jakarta-sans/files/${FILE}`;
    return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(packaged)));
  } catch {
    return null;
  }
}
