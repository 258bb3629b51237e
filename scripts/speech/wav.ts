/** Sound as the synthesiser makes it: one channel of 16-bit samples. */
export interface Sound {
  readonly samplesPerSecond: number;
  readonly samples: Int16Array;
}

export class WavError extends Error {}

const HEADER_BYTES = 44;

/** Reads RIFF/WAVE with PCM of one channel and 16 bits (Microsoft, Multimedia Programming Interface 1.0, 1991). Throws `WavError`. */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < HEADER_BYTES || name(0) !== 'RIFF' || name(8) !== 'WAVE')
    throw new WavError('no RIFF/WAVE');
  let samplesPerSecond: number | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    // A synthesiser that writes to a pipe does not know the length yet and leaves it too large.
    const length = Math.min(view.getUint32(at + 4, true), bytes.length - at - 8);
    if (name(at) === 'fmt ') {
      const [format, channels, bits] = [at + 8, at + 10, at + 22].map((place) => view.getUint16(place, true));
      if (format !== 1 || channels !== 1 || bits !== 16) throw new WavError('not one channel of 16-bit PCM');
      samplesPerSecond = view.getUint32(at + 12, true);
    }
    if (name(at) === 'data') {
      if (samplesPerSecond === null) throw new WavError('data before its format');
      const samples = new Int16Array(Math.floor(length / 2));
      for (let index = 0; index < samples.length; index += 1)
        samples[index] = view.getInt16(at + 8 + index * 2, true);
      return { samplesPerSecond, samples };
    }
    at += 8 + length + (length % 2);
  }
  throw new WavError('no data');
}

export function writeWav({ samplesPerSecond, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const name = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  name(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesPerSecond, true);
  view.setUint32(28, samplesPerSecond * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(HEADER_BYTES + index * 2, sample, true);
  });
  return bytes;
}

/** Quieter than this is silence to an ear. */
const SILENCE = 160;
/** Kept before and after, so that no consonant is cut off. */
const MARGIN_SECONDS = 0.02;

/** Without the silence a synthesiser puts around every sentence, so that clips join into one. */
export function trimmed({ samplesPerSecond, samples }: Sound): Sound {
  const margin = Math.round(MARGIN_SECONDS * samplesPerSecond);
  const isLoud = (sample: number) => Math.abs(sample) > SILENCE;
  const first = samples.findIndex(isLoud);
  const last = samples.findLastIndex(isLoud);
  if (first < 0) return { samplesPerSecond, samples };
  return {
    samplesPerSecond,
    samples: samples.slice(Math.max(0, first - margin), Math.min(samples.length, last + margin)),
  };
}

export function silence(samplesPerSecond: number, milliseconds: number): Sound {
  return { samplesPerSecond, samples: new Int16Array(Math.round((samplesPerSecond * milliseconds) / 1000)) };
}

/** One after the other. Throws `WavError` when they are not of one rate. */
export function joined(sounds: readonly Sound[]): Sound {
  const samplesPerSecond = sounds[0]?.samplesPerSecond ?? 22_050;
  if (sounds.some((sound) => sound.samplesPerSecond !== samplesPerSecond))
    throw new WavError('sounds of several rates');
  const samples = new Int16Array(sounds.reduce((total, sound) => total + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { samplesPerSecond, samples };
}
