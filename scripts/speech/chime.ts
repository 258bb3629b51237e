import type { Sound } from './wav.ts';

/** What eSpeak NG's voices are sampled at, so that chime and words can be joined. */
export const SPEECH_SAMPLES_PER_SECOND = 22_050;

/** E5 and C5 in equal temperament: the two falling tones of a door bell, known in every hall. */
const TONES_HERTZ = [659.26, 523.25];
const TONE_SECONDS = 0.45;
const DECAY_SECONDS = 0.18;
/** Well below full scale: a chime must not be louder than the words. */
const LOUDNESS = 9_000;
/** Rises over a few milliseconds, or it would click. */
const RISE_SECONDS = 0.005;

/** The sound before a call. */
export function chime(): Sound {
  const perTone = Math.round(TONE_SECONDS * SPEECH_SAMPLES_PER_SECOND);
  const samples = new Int16Array(perTone * TONES_HERTZ.length);
  TONES_HERTZ.forEach((hertz, tone) => {
    for (let index = 0; index < perTone; index += 1) {
      const seconds = index / SPEECH_SAMPLES_PER_SECOND;
      const shape = Math.min(1, seconds / RISE_SECONDS) * Math.exp(-seconds / DECAY_SECONDS);
      samples[tone * perTone + index] = Math.round(
        LOUDNESS * shape * Math.sin(2 * Math.PI * hertz * seconds),
      );
    }
  });
  return { samplesPerSecond: SPEECH_SAMPLES_PER_SECOND, samples };
}
