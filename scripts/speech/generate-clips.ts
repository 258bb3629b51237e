import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav, type Sound, trimmed, writeWav } from './wav.ts';

/** Voice of eSpeak NG (`espeak-ng --voices`). */
export type Voice = 'id' | 'en-gb';

export interface ClipText {
  /** File name without its ending. */
  readonly name: string;
  readonly text: string;
}

/** Words a minute: slower than the synthesiser's 175, for people who hear badly or are not used to it. */
const WORDS_A_MINUTE = 135;

/** Names of what was made; what is missing is not spoken. */
export const CLIP_INDEX = 'index.json';

/** The version of eSpeak NG, or null where it is not installed. */
export function speechSynthesiser(): string | null {
  const answer = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

/**
 * Speaks every text into `<folder>/<name>.wav` and writes their names to `index.json`. Without a synthesiser the index
 * holds only the `sounds`, and false is answered. Throws when the synthesiser fails.
 */
export function generateClips(
  folder: string,
  voice: Voice,
  clips: readonly ClipText[],
  sounds: Readonly<Record<string, Sound>> = {},
): boolean {
  mkdirSync(folder, { recursive: true });
  const canSpeak = speechSynthesiser() !== null;
  for (const { name, text } of canSpeak ? clips : [])
    writeFileSync(join(folder, `${name}.wav`), writeWav(trimmed(spoken(voice, text))));
  for (const [name, sound] of Object.entries(sounds))
    writeFileSync(join(folder, `${name}.wav`), writeWav(sound));
  const names = [...(canSpeak ? clips.map(({ name }) => name) : []), ...Object.keys(sounds)];
  writeFileSync(join(folder, CLIP_INDEX), JSON.stringify(names));
  return canSpeak;
}

function spoken(voice: Voice, text: string): Sound {
  const args = ['-v', voice, '-s', String(WORDS_A_MINUTE), '--stdout', text];
  const answer = spawnSync('espeak-ng', args, { maxBuffer: 64 * 1024 * 1024 });
  if (answer.status !== 0) throw new Error(`espeak-ng could not speak “${text}”: ${answer.stderr}`);
  return readWav(answer.stdout);
}
