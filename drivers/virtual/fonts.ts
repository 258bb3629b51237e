import { createRequire } from 'node:module';
import { canvasLibrary } from './canvas.ts';

export interface FontFamilies {
  readonly mono: string;
  readonly sans: string;
}

const FILES = {
  'Anjungan Mono': ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'],
  'Anjungan Sans': ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'],
} as const;

/** Registers the fonts pictures are drawn with, under names no system font has, so every machine draws the same. */
export function loadFonts(): FontFamilies {
  const require = createRequire(import.meta.url);
  const { GlobalFonts } = canvasLibrary();
  for (const [family, files] of Object.entries(FILES)) {
    if (GlobalFonts.has(family)) continue;
    for (const file of files)
      GlobalFonts.registerFromPath(require.resolve(`dejavu-fonts-ttf/ttf/${file}`), family);
  }
  return { mono: 'Anjungan Mono', sans: 'Anjungan Sans' };
}
