import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { speechSynthesiser } from './generate-clips.ts';
import { GUIDE_CLIP_FOLDER, generateGuideClips } from './guide-clips.ts';
import { readWav } from './wav.ts';

const words = join(import.meta.dirname, '..', '..', 'renderer', 'words');

test('every screen has its clip in every language, or the build is told that nothing speaks', () => {
  const built = mkdtempSync(join(tmpdir(), 'anjungan-guide-'));
  onTestFinished(() => rmSync(built, { recursive: true, force: true }));
  const spoke = generateGuideClips(built);
  expect(spoke).toBe(speechSynthesiser() !== null);
  for (const language of readdirSync(words)) {
    const folder = join(built, GUIDE_CLIP_FOLDER, language);
    const wanted = Object.keys(JSON.parse(readFileSync(join(words, language, 'spoken.json'), 'utf8')));
    const index: string[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    expect(index).toEqual(spoke ? wanted : []);
    for (const name of index) {
      expect(existsSync(join(folder, `${name}.wav`)), name).toBe(true);
      const { samples, samplesPerSecond } = readWav(readFileSync(join(folder, `${name}.wav`)));
      expect(samples.length / samplesPerSecond, name).toBeGreaterThan(1);
    }
  }
});
