import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chime } from './chime.ts';
import { generateClips } from './generate-clips.ts';

/** Where the display's page finds them, below the built faces. */
export const QUEUE_CLIP_FOLDER = join('speech', 'queue');

const TEXTS = join(import.meta.dirname, '..', '..', 'renderer', 'display', 'speech', 'clips.id.json');

/** The words a number is called with, and the chime before it. False where no synthesiser is installed. */
export function generateQueueClips(builtFaces: string): boolean {
  const texts: unknown = JSON.parse(readFileSync(TEXTS, 'utf8'));
  const clips = Object.entries(Object(texts)).map(([name, text]) => ({ name, text: String(text) }));
  return generateClips(join(builtFaces, QUEUE_CLIP_FOLDER), 'id', clips, { chime: chime() });
}
