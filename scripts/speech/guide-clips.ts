import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateClips, type Voice } from './generate-clips.ts';

/** Where the citizens' page finds them, below the built faces, a folder a language. */
export const GUIDE_CLIP_FOLDER = join('speech', 'guide');

/** A language added to the faces needs a voice here. */
const VOICES: Readonly<Record<string, Voice>> = { id: 'id', en: 'en-gb' };

const WORDS = join(import.meta.dirname, '..', '..', 'renderer', 'words');

/** What is said on each screen of the citizens' face. False where no synthesiser is installed. */
export function generateGuideClips(builtFaces: string): boolean {
  const spoke = Object.entries(VOICES).map(([language, voice]) => {
    const texts: unknown = JSON.parse(readFileSync(join(WORDS, language, 'spoken.json'), 'utf8'));
    const clips = Object.entries(Object(texts)).map(([name, text]) => ({ name, text: String(text) }));
    return generateClips(join(builtFaces, GUIDE_CLIP_FOLDER, language), voice, clips);
  });
  return spoke.every(Boolean);
}
