import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chime } from './chime.ts';
import { speechSynthesiser } from './generate-clips.ts';
import { generateQueueClips, QUEUE_CLIP_FOLDER } from './queue-clips.ts';
import { joined, readWav, silence, trimmed, WavError, writeWav } from './wav.ts';

test('a sound is read as it was written', () => {
  fc.assert(
    fc.property(fc.int16Array(), fc.constantFrom(8_000, 22_050), (samples, samplesPerSecond) => {
      expect(readWav(writeWav({ samplesPerSecond, samples }))).toEqual({ samplesPerSecond, samples });
    }),
  );
});

test('any bytes are a sound or a WavError', () => {
  const start = writeWav({ samplesPerSecond: 8_000, samples: new Int16Array(4) });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (bytes, at) => {
      const broken = new Uint8Array(start);
      broken.set(bytes.slice(0, Math.max(0, broken.length - at)), Math.min(at, broken.length));
      for (const input of [bytes, broken]) {
        try {
          readWav(input);
        } catch (error) {
          expect(error).toBeInstanceOf(WavError);
        }
      }
    }),
  );
});

test('silence around a word is cut, and nothing of the word', () => {
  const word = chime();
  const padded = joined([silence(word.samplesPerSecond, 400), word, silence(word.samplesPerSecond, 400)]);
  const cut = trimmed(padded);
  expect(cut.samples.length).toBeLessThan(word.samples.length + 1_000);
  expect(Math.max(...cut.samples)).toBe(Math.max(...word.samples));
});

test('every clip of a call is made, or the build is told that nothing speaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjungan-speech-'));
  const spoke = generateQueueClips(folder);
  const names: unknown = JSON.parse(readFileSync(join(folder, QUEUE_CLIP_FOLDER, 'index.json'), 'utf8'));
  expect(spoke).toBe(speechSynthesiser() !== null);
  expect(names).toHaveLength(spoke ? 43 : 1);
  for (const name of Array.isArray(names) ? names : [])
    expect(existsSync(join(folder, QUEUE_CLIP_FOLDER, `${name}.wav`))).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
